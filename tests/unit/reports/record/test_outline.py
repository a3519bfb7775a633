"""Where a scenario stands: what names it is one thing and never another; a sentence is told with all under it."""

import pytest

from reports.record.outline import identity, row, spoken


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("", "С", ["x | y", "z"]), ("", "С", ["x", "y | z"])),
        (("", "С", ["x\\", "y"]), ("", "С", ["x", "\\y"])),
        (("", "С", ["x\ny"]), ("", "С", ["x\\ny"])),
        (("А / Б", "В", []), ("А", "Б / В", [])),
        (("А \\/ Б", "В", []), ("А / Б", "В", [])),
    ],
)
def test_different_scenarios_have_different_identities(one, other):
    assert identity("a.feature", *one) != identity("a.feature", *other)


def test_identity_of_plain_words_is_these_words():
    assert identity("a.feature", "", "Кнопка", ["Войти", "да"]) == "a.feature /  / Кнопка / Войти | да"


def test_row_is_written_as_gherkin_writes_it():
    assert row(["x | y", "a\\b", "две\nстроки"]) == r"x \| y | a\\b | две\nстроки"


def test_sentence_is_told_with_what_stands_under_it():
    rows = [{"cells": [{"value": "Имя"}, {"value": ""}]}, {"cells": [{"value": "Возраст"}, {"value": "7"}]}]
    told = spoken({"text": "заполняю поля:", "argument": {"dataTable": {"rows": rows}}})
    assert told == "заполняю поля: «Имя» — «», «Возраст» — «7»"
    assert (
        spoken({"text": "пишу:", "argument": {"docString": {"content": "две\nстроки"}}}) == "пишу: две строки"
    )
    assert spoken({"text": "вижу"}) == "вижу"
