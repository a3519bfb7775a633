"""Where a scenario stands: what names it is one thing and never another; a sentence is told with all under it."""

import pytest

from reports.record.outline import Outline, ScenarioPlace, identity, row, spoken
from steps.language.reading import parse_feature


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


def test_step_is_told_with_what_is_marked_above_it():
    source = "Функция: Ф\n Сценарий: С\n  #> вне инструкции\n  Когда жду\n  #> a.1\n  И жду\n  И жду\n"
    document = parse_feature(source, "a.feature")
    outline = Outline([{**document.gherkin_document, "uri": "a.feature"}], document.pickles)
    told = [outline.sentence(step["id"]) for step in document.pickles[0]["steps"]]
    assert [(one.clauses, one.detour) for one in told] == [((), True), (("a.1",), False), ((), False)]


def test_cell_of_a_row_has_one_pair_of_quotes_and_an_empty_one_is_called_so():
    place = ScenarioPlace("f.feature", "Ф", "", "С", ("свой логин", "«не мой пароль»", "«»", ""), 3, "С")
    assert place.heading == "С: «свой логин», «не мой пароль», пусто, пусто"
