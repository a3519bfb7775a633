"""A watched run: what is saved is run again, in a process that has it as it was saved, until Ctrl-C."""

import signal

import pytest

STEPS = """
@then(sentence("вижу «{thing:Label}»"))
def see(thing):
    assert thing != "мяч", "мяча нет"
"""
WAITING = "Жду, пока вы сохраните файл. Закончить: Ctrl-C."


def told_until(process, words: str) -> str:
    told = ""
    for line in process.stdout:
        told += line
        if words in line:
            return told
    raise AssertionError(f"no «{words}» in:\n{told}")


def test_saved_feature_is_run_again_and_ctrl_c_ends_it(project):
    project.conftest(STEPS)
    feature = "Функция: Коробка\n  Сценарий: Мяч\n    Тогда вижу «{}»\n"
    project.feature(feature.format("мяч"))
    process = project.start_svyazka("sample.feature:2", "--watch", "-n", "0")
    assert "не прошёл  Мяч" in told_until(process, WAITING)
    project.feature("\n" + feature.format("куб"))
    told = told_until(process, WAITING)
    assert "Изменено: sample.feature." in told
    assert "[1/1] прошёл" in told
    process.send_signal(signal.SIGINT)
    rest, _ = process.communicate(timeout=60)
    assert "Больше не слежу." in rest
    assert "Traceback" not in rest
    assert process.returncode == 0


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (["--failed"], "ключи --watch и --failed вместе не работают"),
        (["Нет такого"], "сценария «Нет такого» нет"),
    ],
)
def test_nothing_is_watched_that_cannot_be(project, wrong, said):
    project.feature("Функция: Коробка\n")
    outcome = project.svyazka("--watch", *wrong)
    assert outcome.code == 64
    assert said in outcome.text
