"""What is offered instead of what was written."""

import pytest

from steps.editor.fixes import fixes
from steps.editor.knowledge import Knowledge
from steps.editor.text import Text


def mended(line: str, knowledge: Knowledge) -> list[str]:
    """Return the line as each fix would leave it."""
    changed = []
    for fix in fixes(Text(line), 0, knowledge):
        [edit] = fix.edits
        changed.append(line[: edit.span.start] + edit.text + line[edit.span.end :])
    return changed


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ('Когда нажму "Войти"', "Когда нажимаю «Войти»"),
        ("Когда нажимаю на кнопку «Чаты»", "Когда нажимаю «Чаты»"),
        ("Когда ввожу  «12» в полe «Логин»", "Когда ввожу «12» в поле «Логин»"),
        ("Когда прошло 3 минуты", "Когда проходит 3 минуты"),
        ("Когда нажимаю «Воити»", "Когда нажимаю «Войти»"),
        ("Тогда вижу окно «Вход»", "Тогда вижу кнопку «Вход»"),
        ("@важна", "@важно"),
        ("#> t.v1.1, t.vl.2", "#> t.v1.1, t.v1.2"),
    ],
)
def test_nearest_is_offered_with_what_was_written_in_it(line: str, first: str, knowledge: Knowledge) -> None:
    assert mended(line, knowledge)[0] == first


@pytest.mark.parametrize(
    "line",
    ["Когда нажимаю «Войти»", "Когда <что делаю>", "@важно", "#> t.v1.1", "Когда абракадабра", "Функция: Ф"],
)
def test_nothing_is_offered_where_nothing_is_wrong_or_near(line: str, knowledge: Knowledge) -> None:
    assert mended(line, knowledge) == []
