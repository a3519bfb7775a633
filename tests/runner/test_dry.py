"""A dry run refuses what a run refuses, by the same words and the same code, and carries nothing out."""

import pytest

STEPS = """
@then(sentence("порядок"))
def fine(): raise RuntimeError("шаг выполнен")
"""
FINE = "  Сценарий: Порядок\n    Тогда порядок\n"
UNSOUND = {
    "unknown step": "  Сценарий: Полёт\n    Тогда летаю\n",
    "no outcome and no steps": "  Сценарий: Пустой\n",
    "lost keyword": "  Сценари: Опечатка\n    Тогда порядок\n",
    "unknown tag": "  @важна\n  Сценарий: С тегом\n    Тогда порядок\n",
}


@pytest.mark.parametrize("case", UNSOUND)
def test_what_a_run_refuses_a_dry_run_refuses(project, case):
    project.conftest(STEPS.replace("raise RuntimeError", "print"))
    project.feature("Функция: Образец\n" + FINE + UNSOUND[case])
    wet, dry = (project.svyazka("sample.feature", "-n", "0", *more) for more in ([], ["--dry"]))
    assert wet.code == dry.code == 2
    problems = [line.strip() for line in wet.text.splitlines() if line.startswith("sample.feature:")]
    assert problems
    assert all(problem in dry.text for problem in problems), dry.text


def test_sound_feature_is_bound_and_not_carried_out(project):
    project.conftest(STEPS)
    project.feature("Функция: Образец\n" + FINE)
    outcome = project.pytest("sample.feature", "--dry", "-p", "steps.runner.terminal", "-q")
    assert outcome.code == 0
    assert "Сценариев: 1, шагов в них: 1; " in outcome.text


def test_nothing_to_bind_is_no_success(project):
    project.conftest(STEPS)
    project.feature("Функция: Образец\n" + FINE)
    outcome = project.svyazka("sample.feature", "--dry", "-k", "такогонет")
    assert outcome.code == 3
    assert "Ничего не запущено" in outcome.text
