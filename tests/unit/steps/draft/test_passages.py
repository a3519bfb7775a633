"""A document is parted into its ways, and what only some do stands apart from what all do."""

import pytest

from reports.texts.plain import read_text
from steps.draft.passages import Way, title_of, ways_of


def ways(text: str) -> list[Way]:
    return ways_of(read_text(text, "one.txt"))


def main(text: str) -> dict[str, list[str]]:
    return {way.title: [act.text for each in way.main for act in each.acts] for way in ways(text)}


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Вход\n\n1. Нажмите «А».", ["Вход"]),
        ("# Вход\n\nНажмите «А».\n\n# Выход\n\nНажмите «Б».", ["Вход", "Выход"]),
        ("Вариант 1\n\nЕсть VK ID\n\n1. Нажмите «А».", ["Вариант 1: Есть VK ID"]),
        ("Вход\n\n1. Нажмите «А».\n\nВыход\n\n1. Нажмите «Б».", ["Вход", "Выход"]),
        ("Вход\n\n1. Нажмите «А».\n2. Нажмите «Б».", ["Вход"]),
        ("| Действие |\n| Нажать «А» |\n| Нажать «Б» |", ["Действие"]),
        ("Орёл. Вход.\n\nНажмите «А».", ["Орёл. Вход."]),
        ("Слайд 1\n\nВход\n\nСлайд 2\n\nНажмите «А»", ["Вход"]),
    ],
)
def test_document_is_parted_into_its_ways(text, titles):
    assert [way.title for way in ways(text)] == titles


def test_common_beginning_is_a_way_of_its_own():
    text = "Вход\n\n1. Нажмите «А».\n\nВАРИАНТ 1\n\n1. Нажмите «Б».\n\nВАРИАНТ 2\n\n1. Нажмите «В»."
    assert main(text) == {"Вход": ["нажимаю «А»"], "ВАРИАНТ 1": ["нажимаю «Б»"], "ВАРИАНТ 2": ["нажимаю «В»"]}


def test_what_stands_under_a_condition_is_a_fork():
    (way,) = ways("Вход\n\n1. Нажмите «А». Если кода нет, нажмите «Б». Потом нажмите «В».\n2. Нажмите «Г».")
    assert [act.label for each in way.main for act in each.acts] == ["А", "Г"]
    assert {name: [act.label for each in fork for act in each.acts] for name, fork in way.forks.items()} == {
        "если кода нет (3)": ["Б", "В"]
    }


def test_list_that_was_displaced_from_its_condition_stays_under_it():
    (way,) = ways(
        "Вход\n\n1. Нажмите «А».\n\nЕсли кода нет:\n\n7\n\nРис. 2. Код\n\n• нажмите «Б»;\n• нажмите «В»."
    )
    assert [act.label for each in way.main for act in each.acts] == ["А"]
    (fork,) = way.forks.values()
    assert [act.label for each in fork for act in each.acts] == ["Б", "В"]


def test_way_that_is_all_under_a_condition_is_no_fork():
    (way,) = ways("Сброс пароля\n\nЕсли пароль забыт, сделайте так:\n\n1. Нажмите «А».\n2. Нажмите «Б».")
    assert [act.label for each in way.main for act in each.acts] == ["А", "Б"]
    assert way.forks == {}


def test_what_is_only_seen_is_no_fork():
    (way,) = ways("Вход\n\nНажмите «А». Если всё верно, появится кнопка «Б».")
    assert way.forks == {}
    assert [act.text for each in way.main for act in each.acts] == ["нажимаю «А»", "вижу кнопку «Б»"]


def test_what_a_picture_shows_is_no_step():
    (way,) = ways("Вход\n\n1. Нажмите «А».\n\nВведите пароль\n\nПродолжить")
    assert [act.text for each in way.main for act in each.acts] == ["нажимаю «А»"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Стр. 1\n\nВход. Выход.\n\nНажмите", "Вход. Выход."),
        ("Что-то\n\n# Вход\n\nНажмите", "Вход"),
        ("Памятка\n\nII. Вход\nНажмите", "Памятка"),
    ],
)
def test_document_is_called_by_its_first_words(text, title):
    assert title_of(read_text(text)) == title
