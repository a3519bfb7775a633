"""What did not pass is named at the end, with the first line of why."""

from types import SimpleNamespace
from typing import Any

from steps.runner.failed import SHOWN, Failed


def report(nodeid: str, message: str = "", plain: str = "", failed: bool = True) -> Any:
    crash = SimpleNamespace(message=message) if message else None
    told = SimpleNamespace(reprcrash=crash) if message else plain
    return SimpleNamespace(nodeid=nodeid, failed=failed, longrepr=told)


def test_each_is_named_once_with_its_first_reason() -> None:
    failed = Failed()
    failed.pytest_runtest_logreport(report("tests/a.py::one", "AssertionError: нет кнопки\nassert 1 == 2"))
    failed.pytest_runtest_logreport(report("tests/a.py::one", "потом не закрылось"))
    failed.pytest_runtest_logreport(report("tests/a.py::two", "прошёл", failed=False))
    failed.pytest_collectreport(report("tests/b.py", plain="нет такого модуля\nи так далее"))
    assert failed.lines() == [
        "Не прошёл tests/a.py::one",
        "    AssertionError: нет кнопки",
        "Не прошёл tests/b.py",
        "    нет такого модуля",
    ]


def test_of_very_many_the_first_are_named_and_the_rest_counted() -> None:
    failed = Failed()
    for number in range(SHOWN + 3):
        failed.pytest_runtest_logreport(report(f"tests/{number}.py::x", "нет"))
    assert len(failed.lines()) == 2 * SHOWN + 1
    assert failed.lines()[-1] == "и ещё 3, все — выше"


def test_where_everything_passed_there_is_nothing_to_say() -> None:
    assert Failed().lines() == []
