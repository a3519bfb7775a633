"""A difference is told in the words of the one who promised it."""

import json

import pytest

from reports.difference import DifferenceInWords, difference
from reports.record.clauses import Clause
from reports.record.facts import Difference
from reports.record.run import Attached, Step

CLAUSE = Clause(
    "t.1", "действие", "Т", "шаг 1", labels=("Подключить",), assumed=("Логин",), observed={"Вход": "методист"}
)


def failed(facts: dict[str, object] | None, status: str = "failed") -> Step:
    attached = (Attached(Difference.MEDIA_TYPE, json.dumps(facts), None, None),) if facts else ()
    return Step("Когда …", 3, status, "нет кнопки «Подключить»\nassert False", 0.1, attached)


@pytest.mark.parametrize(
    ("expected", "kind", "nearest", "text"),
    [
        ("Подключить", "button", "Связать", "в инструкции «Подключить», на экране «Связать»"),
        ("Логин", "field", "Имя", "предположено «Логин», на экране «Имя»"),
        ("Вход", "text", "Войти", "в настоящей системе видели «Вход», на экране «Войти»"),
        ("Далее", "text", "Дальше", "в сценарии «Далее», на экране «Дальше»"),
        ("Подключить", "button", None, "в инструкции «Подключить», на экране «Чаты» такой кнопки нет"),
        ("Логин", "screen", None, "предположено «Логин», открыт экран «Чаты»"),
        ("5", "value", None, "в сценарии «5», на экране «Чаты» этого нет"),
    ],
)
def test_difference_says_who_promised_what_and_what_was_there(
    expected: str, kind: str, nearest: str | None, text: str
) -> None:
    facts = {"expected": expected, "kind": kind, "nearest": nearest, "screen": "Чаты", "present": ["Связать"]}
    assert difference(failed(facts), CLAUSE) == DifferenceInWords(text, ("Связать",))


def test_failure_without_facts_is_told_by_its_first_line() -> None:
    assert difference(failed(None), CLAUSE) == DifferenceInWords("нет кнопки «Подключить»")


@pytest.mark.parametrize("status", ["passed", "broken", "not_run"])
def test_step_that_did_not_fail_differs_in_nothing(status: str) -> None:
    assert difference(failed({"expected": "Подключить"}, status), CLAUSE) is None
