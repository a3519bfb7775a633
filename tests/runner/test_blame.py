"""Who is to blame: no scenario for what fell beside it, and not the system for an author's mistakes."""

import pytest

from reports.record.messages import read
from reports.record.run import read_run

STEPS = """
import threading

@then(sentence("порядок"))
def fine():
    pass

@when(sentence("модуль сорит"))
def litter():
    open("conftest.py")

@when(sentence("поток падает"))
def fall():
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
"""
FEATURE = """
Функция: Образец
  Сценарий: Первый
    Когда модуль сорит
    Тогда порядок
  Сценарий: Второй
    Когда поток падает
    Тогда порядок
  Сценарий: Третий
    Тогда порядок
"""


@pytest.mark.parametrize("workers", [1, 2])
def test_what_was_left_open_or_fell_aside_is_a_note_and_no_verdict(project, workers):
    project.conftest(STEPS)
    project.conftest('pytest_plugins.append("reports.recorder")')
    project.feature(FEATURE)
    outcome = project.svyazka("sample.feature", "-n", str(workers), "--out", "out")
    assert outcome.code == 0
    assert "3 сценария: 3 пройдено" in outcome.text
    notes = outcome.text.partition("О самом прогоне:\n")[2]
    assert "unclosed file" in notes
    assert "Exception in thread" in notes
    assert notes.count("сценарии не виноваты") == 2


ARRANGED = """
from fixtures.control import SimulatorDied

@given(sentence("нажимаю «{label:Label}»"))
@when(sentence("нажимаю «{label:Label}»"))
def press(label):
    raise AssertionError(f"нет кнопки «{label}»")

@then(sentence("порядок"))
def fine():
    pass

@given(sentence("симулятор есть"))
def simulator(stopped):
    pass

@pytest.fixture
def stopped():
    raise SimulatorDied("Симулятор не запустился")
"""
BUTTON = """
Функция: Образец
  Сценарий: Кнопка
    {steps}
    Когда нажимаю «Дальше»
    Тогда порядок
"""
ADVICE = "Это «Дано», а не проверка"


@pytest.fixture
def pressing(project):
    project.conftest(ARRANGED)
    project.conftest('pytest_plugins.extend(["reports.recorder", "steps.runner.repeat"])')
    return project


@pytest.mark.parametrize(
    ("steps", "code", "word"),
    [
        ("Дано нажимаю «Нет такой»", 2, "сломался"),
        ("Дано нажимаю «Нет такой»\n    И нажимаю «Ещё»", 2, "сломался"),
        ("Когда нажимаю «Нет такой»", 1, "не прошёл"),
    ],
)
def test_arrangement_that_cannot_be_carried_out_is_no_finding(pressing, steps, code, word):
    pressing.feature(
        f"Функция: Образец\n  Сценарий: Кнопка\n    {steps}\n    Когда нажимаю «Дальше»\n    Тогда порядок\n"
    )
    outcome = pressing.svyazka("sample.feature", "-n", "1", "--out", "out")
    at_once = outcome.text.partition("1 сценарий")[0]
    (scenario,) = read_run(read(pressing.path / "out/messages.ndjson")).scenarios
    assert outcome.code == code
    assert word in at_once
    assert at_once.count("нет кнопки «Нет такой»") == 1
    assert (ADVICE in at_once, ADVICE in scenario.reason) == (code == 2, code == 2)
    assert "conftest.py" not in outcome.text


def test_traceback_of_what_says_it_all_is_shown_only_if_wanted(pressing):
    pressing.feature("Функция: Образец\n  Сценарий: Кнопка\n    Дано симулятор есть\n    Тогда порядок\n")
    shown = [pressing.svyazka("sample.feature", "-n", "1", *debug).text for debug in ([], ["--debug"])]
    assert ["conftest.py:" in text for text in shown] == [False, True]
    assert all("Симулятор не запустился" in text for text in shown)


def test_plain_pytest_shows_it_too(pressing):
    pressing.feature(BUTTON.format(steps="Дано нажимаю «Нет такой»"))
    assert "conftest.py:" in pressing.pytest("sample.feature", "--debug").text
