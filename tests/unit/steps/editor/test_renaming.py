"""A scenario gets another name."""

import pytest

from steps.editor.renaming import NotRenamed, renamable, rename
from steps.editor.text import Edit, Span, Text

TEXT = Text("Функция: Ф\n  Сценарий: Один\n  Структура сценария:Два\n  Сценарий:\n")


def test_only_the_name_is_written_anew() -> None:
    assert rename(TEXT, 1, "Первый  раз ") == Edit(Span(1, 12, 16), "Первый раз")


def test_name_is_set_off_from_its_word() -> None:
    assert rename(TEXT, 2, "Второй") == Edit(Span(2, 21, 24), " Второй")
    assert rename(TEXT, 3, "Третий") == Edit(Span(3, 11, 11), " Третий")


@pytest.mark.parametrize(
    ("line", "name", "why"), [(1, "Два", "занято в строке 3"), (1, "  ", "пустым"), (0, "Ф2", "Сценарий: …")]
)
def test_name_that_a_run_would_refuse_is_refused(line: int, name: str, why: str) -> None:
    with pytest.raises(NotRenamed, match=why):
        rename(TEXT, line, name)


def test_name_may_stay() -> None:
    assert rename(TEXT, 1, "Один").text == "Один"


def test_only_scenarios_can_be_renamed() -> None:
    assert renamable(TEXT, 1) == Span(1, 12, 16)
    assert renamable(TEXT, 0) is None
