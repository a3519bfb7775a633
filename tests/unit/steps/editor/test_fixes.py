"""What is offered instead of what was written."""

from pathlib import Path

import pytest

from steps.editor.diagnostics import Finding, Repair
from steps.editor.fixes import fixes
from steps.editor.knowledge import Knowledge
from steps.editor.text import Edit, Span, Text
from steps.language.rule import Weight


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


def test_sentence_is_offered_only_where_the_words_may_stand_in_it(knowledge: Knowledge) -> None:
    offered = mended("Когда ввожу  «123» в поле «Логин»", knowledge)
    assert offered[0] == "Когда ввожу «123» в поле «Логин»"
    assert not [each for each in offered if "дату" in each]  # 123 is none
    assert "Когда ввожу дату «01.02.1980» в поле «Логин»" in mended(
        "Когда вожу дату «01.02.1980» в поле «Логин»", knowledge
    )


def test_what_a_finding_says_itself_comes_before_what_is_near_and_layout_after_it(
    knowledge: Knowledge,
) -> None:
    span = Span(0, 0, 1)
    told = [
        Finding(span, weight, weight, Path(), "", Repair(weight, (Edit(span, weight),)))
        for weight in (Weight.ADVICE, Weight.REFUSES)
    ]
    found = fixes(Text("@важна"), 0, knowledge, told)
    assert [each.title for each in found] == ["ошибка", "Исправить тег на «@важно»", "совет"]
    assert fixes(Text("\nДано"), 1, knowledge, told) == []
