"""A failed scenario is executed once more for its trace, told apart from the first time, and changes nothing."""

import pytest

STEPS = """
from fixtures.sight.crash import BrowserCrashed
pytest_plugins.append("steps.runner.repeat")
TIMES = []

@given(sentence("стол накрыт"))
def laid():
    pass

@then(sentence("чай горячий"))
def hot():
    TIMES.append("чай")
    assert len(TIMES) > HOT_AFTER, "чай остыл"

@pytest.fixture
def kettle():
    tell("чайник поставлен")
    yield
    tell("чайник снят")

@then(sentence("чайник кипит"))
def boils(kettle):
    assert False, "чайник молчит"

@then(sentence("чайник потерян"))
def lost():
    raise LookupError("чайника нет")

@then(sentence("пропало электричество"))
def dark():
    raise BrowserCrashed("браузер закрылся")

@then(sentence("чай заварен при свете"))
def brewed():
    TIMES.append("чай")
    assert len(TIMES) > 1, "чая нет"
    raise BrowserCrashed("браузер закрылся")

@then(sentence("чайника не надо"))
def unwanted():
    pytest.skip("есть самовар")

def pytest_svyazka_scenario_started(item):
    tell("снова" if item.repeating else "впервые")

def pytest_svyazka_step_finished(item, step, status):
    tell(step["text"], status)

def pytest_svyazka_scenario_finished(item, status):
    tell("итог", status)

def pytest_runtest_logreport(report):
    tell(report.when, report.outcome)

def tell(*what):
    with open("told.txt", "a", encoding="utf-8") as file:
        print(*what, file=file)
"""


@pytest.fixture
def told(project):
    """Runs a scenario of these sentences; returns the exit code and what was told."""

    def told(*sentences: str, hot_after: int = 9) -> tuple[int, list[str]]:
        project.conftest(f"HOT_AFTER = {hot_after}")
        project.conftest(STEPS)
        steps = "\n".join(f"    Тогда {sentence}" for sentence in sentences)
        project.feature(
            f"# language: ru\n@perm\nФункция: Чай\n\n  Сценарий: Пью\n    Дано стол накрыт\n{steps}\n"
        )
        code = project.pytest("-q").code
        return code, (project.path / "told.txt").read_text(encoding="utf-8").splitlines()

    return told


def test_failed_scenario_is_repeated_after_it_was_told(told):
    code, lines = told("чайник кипит")
    once = ["стол накрыт passed", "чайник поставлен", "чайник кипит failed"]
    first = ["впервые", "setup passed", *once, "call failed", "чайник снят", "teardown passed", "итог failed"]
    assert lines == [*first, "снова", *once, "чайник снят", "итог failed"]
    assert code == 1


def test_verdict_stays_when_the_repeat_passes(told):
    code, lines = told("чай горячий", hot_after=1)
    assert [line for line in lines if line.startswith("итог")] == ["итог failed", "итог passed"]
    assert code == 1


def test_broken_scenario_is_repeated(told):
    code, lines = told("чайник потерян")
    assert lines.count("снова") == 1
    assert code == 2


def test_crash_of_the_browser_is_not_repeated(told):
    code, lines = told("пропало электричество")
    assert [line for line in lines if line.startswith("итог")] == ["итог broken"]
    assert code == 2


def test_repeat_in_which_the_browser_crashes_is_interrupted(told):
    code, lines = told("чай заварен при свете")
    assert [line for line in lines if line.startswith("итог")] == ["итог failed", "итог interrupted"]
    assert code == 1


@pytest.mark.parametrize(("sentence", "hot_after"), [("чай горячий", 0), ("чайника не надо", 0)])
def test_scenario_that_did_not_fail_is_not_repeated(told, sentence, hot_after):
    _, lines = told(sentence, hot_after=hot_after)
    assert "снова" not in lines
