"""Who is to blame: neither the system nor a scenario for what somebody left open or what fell beside it."""

import pytest

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
