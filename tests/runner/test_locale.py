"""A system that cannot say a Russian word is spoken to in Russian all the same."""

import sys

import pytest

STEPS = """
pytest_plugins.append("reports.recorder")

@then(sentence("вижу «{thing:Label}»"))
def see(thing):
    raise AssertionError(f"нет кнопки «{thing}»")
"""
FEATURE = "Функция: Вход\n  Сценарий: Кнопка\n    Тогда вижу «Войти»\n"
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}


@pytest.fixture
def mute(project, monkeypatch):
    project.conftest(STEPS)
    project.feature(FEATURE)
    for name, value in ASCII.items():
        monkeypatch.setenv(name, value)
    project.encoding = "ascii"
    return project


@pytest.mark.parametrize("workers", ["0", "2"])
def test_plain_pytest_runs_and_tells_in_russian(mute, workers):
    outcome = mute.pytest("sample.feature", "-k", "Кнопка", "-n", workers, "--out", "папка")
    assert outcome.code == 1
    assert "нет кнопки «Войти»" in outcome.text
    assert "1 сценарий: 1 не пройден" in outcome.text
    assert "Error" not in outcome.text
    assert (mute.path / "папка" / "junit.xml").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are Unicode whatever the locale says")
def test_wrong_arguments_are_quoted_as_they_were_typed(mute):
    outcome = mute.pytest("sample.feature", "--seed", "много")
    assert outcome.code == 64
    assert "нужно целое число, а не 'много'" in outcome.text
