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


def test_condition_at_the_end_makes_a_fork_of_its_sentence_alone():
    text = "Вход\n\n1. Нажмите «А». Подождите 2 минуты, если появилось сообщение «Нет, если поздно». Нажмите «Б»."
    (way,) = ways(text)
    assert [act.text for each in way.main for act in each.acts] == ["нажимаю «А»", "нажимаю «Б»"]
    ((fork, passages),) = way.forks.items()
    assert fork.startswith("если появилось сообщение «Нет, если поздно» (")
    assert [act.text for each in passages for act in each.acts] == ["проходит 2 минуты"]


def test_condition_of_the_first_step_is_not_that_of_the_way():
    (way,) = ways("Вход\n\n1. Подождите час, если кода нет.\n2. Нажмите «Б».")
    assert list(way.forks) == ["если кода нет (2)"]


@pytest.mark.parametrize(
    "text", ["Нажмите «А» и «Б», если окно закрыто.", "Откроется окно «А», если окно закрыто."]
)
def test_condition_that_may_be_of_several_acts_is_left_to_a_person(text):
    (way,) = ways(f"Вход\n\n1. Нажмите «Я».\n2. {text}")
    assert way.forks == {}
    assert way.main[-1].left_out == ("если окно закрыто",)


def test_condition_in_the_middle_is_none_at_the_end():
    (way,) = ways("Вход\n\n1. Нажмите «А», если кода нет, нажмите «Б».")
    assert [each.left_out for each in way.main] == [()]


def test_title_of_two_lines_has_one_sign_between_them():
    (way,) = ways("Вариант 1.\n\nЕсть VK ID\n\n1. Нажмите «А».")
    assert way.title == "Вариант 1: Есть VK ID"
