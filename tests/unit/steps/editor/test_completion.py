"""What can be written at the cursor."""

import re

import pytest

from steps.editor.completion import Suggestion, snippet, suggestions
from steps.editor.knowledge import Knowledge
from steps.editor.text import Span
from tests.unit.steps.editor.conftest import at_cursor


def offered(marked: str, knowledge: Knowledge) -> list[Suggestion]:
    return suggestions(*at_cursor(marked), knowledge)


def texts(marked: str, knowledge: Knowledge) -> list[str]:
    return [each.text for each in offered(marked, knowledge)]


def test_sentence_comes_only_where_its_word_stands(knowledge: Knowledge) -> None:
    assert "вижу «текст»" in texts("Тогда ви¦", knowledge)
    assert "вижу «текст»" not in texts("Когда ви¦", knowledge)
    assert "нажимаю «надпись»" in texts("Когда а\nИ ¦", knowledge)
    assert "нажимаю «надпись»" not in texts("Тогда а\nИ ¦", knowledge)


def test_sentence_takes_the_place_of_all_that_stands_behind_the_word(knowledge: Knowledge) -> None:
    [found] = [
        each for each in offered("  Когда наж¦ «Войти» ", knowledge) if each.text == "нажимаю «надпись»"
    ]
    assert found.span == Span(0, 8, 19)
    assert found.snippet == "нажимаю «${1:надпись}»"
    assert "Нажимает" in found.help


def test_person_is_written_in_the_case_of_the_sentence(knowledge: Knowledge) -> None:
    found = texts("Дано ¦", knowledge)
    assert "у коллеги есть VK ID и учебный профиль" in found
    assert "у ребёнка есть VK ID и учебный профиль" in found


def test_few_names_are_a_choice_and_the_rest_is_escaped() -> None:
    assert snippet("мой браузер — «{brand:Browser}»").startswith("мой браузер — «${1|Google Chrome,")
    assert snippet("{span:Duration} $") == "${1:2 минуты} \\$"


@pytest.mark.parametrize(
    ("marked", "first"),
    [
        ("Когда нажимаю «¦»", "Войти"),
        ("Когда ввожу «1» в поле «¦»", "Логин"),
        ("Тогда вижу экран «¦»", "Вход"),
    ],
)
def test_captions_are_of_the_kind_that_stands_there(marked: str, first: str, knowledge: Knowledge) -> None:
    assert texts(marked, knowledge)[0] == first


def test_caption_is_written_without_what_differs_from_world_to_world(knowledge: Knowledge) -> None:
    found = texts("Тогда вижу «¦»", knowledge)
    assert "Профиль:" in found
    assert not [each for each in found if "‹" in each or each.startswith("Через")]


def test_caption_takes_the_place_of_the_old_one_and_closes_what_is_open(knowledge: Knowledge) -> None:
    [closed] = [each for each in offered("Когда нажимаю «Во¦й»", knowledge) if each.text == "Войти"]
    [opened] = [each for each in offered("Когда нажимаю «Во¦", knowledge) if each.text == "Войти"]
    assert (closed.span, closed.after) == (Span(0, 15, 18), "")
    assert (opened.span, opened.after) == (Span(0, 15, 17), "»")


def test_caption_that_the_file_quotes_comes_first(knowledge: Knowledge) -> None:
    found = offered("Тогда вижу «Добро пожаловать»\nИ вижу «¦»", knowledge)
    assert min(found, key=lambda each: each.rank).text == "Добро пожаловать"


def test_names_from_a_list_are_offered_in_quotes(knowledge: Knowledge) -> None:
    assert "СМС не доходят" in texts("Дано случилась неполадка «¦", knowledge)


def test_cell_of_a_table_takes_captions_with_its_bars_escaped(knowledge: Knowledge) -> None:
    assert "Чаты \\| все" in texts("Тогда вижу кнопки:\n  | Вой¦ |", knowledge)
    assert texts("Тогда вижу экран «Вход»\n  | Вой¦ |", knowledge) == []


def test_tag_is_offered_instead_of_the_begun_one(knowledge: Knowledge) -> None:
    found = offered("@важно @кр¦", knowledge)
    assert {(each.text, each.span) for each in found} == {
        ("@критично", Span(0, 7, 10)),
        ("@важно", Span(0, 7, 10)),
    }


def test_clauses_of_the_instruction_that_is_marked_come_first(knowledge: Knowledge) -> None:
    found = offered("#> t.v1.1\nДано а\n#> ¦", knowledge)
    assert [each.text for each in sorted(found, key=lambda each: each.rank)] == ["t.v1.2", "t.v1.1", "u.v1.1"]


def test_words_of_gherkin_are_offered_at_the_beginning_of_a_line(knowledge: Knowledge) -> None:
    assert "Сценарий: " in texts("  Сц¦", knowledge)
    assert texts("  Сценарий: Сц¦", knowledge) == []
    assert texts("просто слова¦", knowledge) == []


def test_nothing_is_offered_in_a_text_in_quotes(knowledge: Knowledge) -> None:
    assert texts('Когда а\n"""\n@¦\n"""', knowledge) == []


def filled(snippet: str) -> str:
    """What stands there when a person goes over all places and changes nothing."""
    text = re.sub(r"\$\{\d+\|((?:\\.|[^\\,|])*)[^}]*\}", r"\1", snippet)
    text = re.sub(r"\$\{\d+:((?:\\.|[^\\}])*)\}", r"\1", text)
    return re.sub(r"\\(.)", r"\1", text)


def test_every_sentence_that_is_offered_is_one_that_is_known(knowledge: Knowledge) -> None:
    strange = [
        (each.words, text)
        for each in knowledge.spellings
        if not any(known.fits(text := filled(snippet(each.pattern))) for known in each.entry.definitions)
    ]
    assert len(knowledge.spellings) > 200
    assert strange == []
