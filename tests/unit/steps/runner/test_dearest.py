"""The dearest files are named with what they take, tests and scenarios in one list."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from steps.runner import dearest
from steps.runner.dearest import Dearest


def report(nodeid: str, duration: float) -> Any:
    return SimpleNamespace(nodeid=nodeid, duration=duration)


def test_phases_of_all_tests_of_a_file_are_added_up(monkeypatch: pytest.MonkeyPatch) -> None:
    counting = Dearest()
    for nodeid, duration in (("tests/a.py::one", 1.0), ("tests/a.py::two", 2.25), ("tests/b.py::one", 5.0)):
        counting.pytest_runtest_logreport(report(nodeid, duration))
    steps = [SimpleNamespace(seconds=1.5), SimpleNamespace(seconds=2.5)]
    scenario = SimpleNamespace(place=SimpleNamespace(uri="features/c.feature"), steps=steps)
    monkeypatch.setattr(dearest, "read_record", lambda _: SimpleNamespace(scenarios=[scenario]))
    counting.add_record(Path("out"))
    assert counting.lines() == [
        "Дороже всего, по файлам:",
        "    5,0 с  tests/b.py",
        "    4,0 с  features/c.feature",
        "    3,2 с  tests/a.py",
    ]


def test_ten_are_enough() -> None:
    counting = Dearest()
    for number in range(30):
        counting.pytest_runtest_logreport(report(f"tests/{number}.py::x", float(number)))
    assert len(counting.lines()) == 11


def test_nothing_is_told_of_nothing(tmp_path: Path) -> None:
    counting = Dearest()
    counting.add_record(tmp_path)
    assert counting.lines() == []
