"""Steps and headings of texts that no parser would read."""

import pytest

from steps.editor.outline import Outline, cells_of
from steps.editor.text import Text

FEATURE = '''\
# language: ru
Функция: Ф
  Предыстория:
    Дано я есть
  Структура сценария: С <кто>
    Пусть есть <кто>
    И ещё <кто>
    * и это
    Если нажму
      """
      Тогда вижу
      """
    То вижу:
      | Дано |
    Примеры:
      # примечание
      | кто     |
      | «а \\| б» |
  Сценарий: Без
    И <кто>
'''
OUTLINE = Outline(Text(FEATURE))


def types_of(source: str) -> list[str]:
    return [step.type for step in Outline(Text(source)).steps]


def test_step_is_what_its_word_says_or_goes_on_with_what_it_follows() -> None:
    assert types_of("Дано а\nИ б\nКогда в\nНо г\nТогда д\nА е") == [
        *("Context", "Context", "Action", "Action", "Outcome", "Outcome")
    ]


def test_nothing_goes_on_over_a_heading() -> None:
    assert types_of("Когда а\nСценарий: Б\nИ в") == ["Action", ""]


def test_words_in_quotes_and_cells_are_no_steps() -> None:
    assert [step.sentence for step in OUTLINE.steps] == [
        *("я есть", "есть <кто>", "ещё <кто>", "и это", "нажму", "вижу:", "<кто>")
    ]


def test_word_alone_is_a_step_that_is_just_begun() -> None:
    [step] = Outline(Text("  Когда")).steps
    assert (step.keyword, step.sentence, step.span.start) == ("Когда", "", 7)


def test_language_is_heeded() -> None:
    assert types_of("# language: en\nGiven a\nДано б") == ["Context"]
    assert types_of("# language: xx\nДано б") == ["Context"]


def test_headings_have_their_names() -> None:
    assert [(each.kind, each.name) for each in OUTLINE.sections] == [
        ("feature", "Ф"),
        ("background", ""),
        ("scenarioOutline", "С <кто>"),
        ("examples", ""),
        ("scenario", "Без"),
    ]


@pytest.mark.parametrize(("line", "sentence"), [(5, "есть «а | б»"), (19, "<кто>")])
def test_step_of_an_outline_is_filled_in_as_its_first_row_has_it(line: int, sentence: str) -> None:
    step = OUTLINE.step(line)
    assert step is not None
    assert OUTLINE.filled(step).sentence == sentence


def test_table_belongs_to_the_step_above_it() -> None:
    step = OUTLINE.step_above(13)
    assert step is not None
    assert step.sentence == "вижу:"
    assert OUTLINE.step_above(16) is None


def test_cells_are_read_as_they_are_meant() -> None:
    assert cells_of(r"  | а | б \| в | \\ |  ") == ["а", "б | в", "\\"]
