"""What is told of the thing under the cursor."""

import pytest

from steps.editor.hover import hover
from steps.editor.knowledge import Knowledge
from tests.unit.steps.editor.conftest import at_cursor


def told(marked: str, knowledge: Knowledge) -> str:
    found = hover(*at_cursor(marked), knowledge)
    return found.words if found else ""


def test_step_tells_what_it_does_and_what_may_stand_in_it(knowledge: Knowledge) -> None:
    words = told("Когда на¦жимаю «Войти»", knowledge)
    assert "**нажимаю «надпись»**" in words
    assert "«надпись» — надпись точно как на экране" in words
    assert "steps/definitions/pressing.py" in words


def test_caption_tells_on_which_screens_it_stands_and_the_step_after_it(knowledge: Knowledge) -> None:
    words = told("Когда нажимаю «Во¦йти»", knowledge)
    assert words.index("- «Вход» (journal)") < words.index("**нажимаю «надпись»**")


def test_unknown_caption_names_the_nearest(knowledge: Knowledge) -> None:
    assert "Похожая: «Добро пожаловать»" in told("Тогда вижу «Добро пожаловат¦»", knowledge)


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("@крит¦ично", "без этого нельзя"),
        ("@нет¦", "такого тега нет"),
        ("#> t.v1.1, t.v1.¦2", "Пункт t.v1.2."),
        ("#> t.¦9", "Пункта «t.9» нет"),
        ("Структура сценария: С\nКогда нажи¦маю <что>\nПримеры:\n|что|\n|«Войти»|", "нажимаю «надпись»"),
    ],
)
def test_tags_clauses_and_steps_of_outlines_are_told_of(
    marked: str, words: str, knowledge: Knowledge
) -> None:
    assert words in told(marked, knowledge)


@pytest.mark.parametrize("marked", ["Функция: Ф¦", "¦", "Ког¦да нажимаю «Войти»", "Когда танцую¦"])
def test_nothing_is_told_of_the_rest(marked: str, knowledge: Knowledge) -> None:
    assert told(marked, knowledge) == ""
