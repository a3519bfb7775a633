"""What is said of the real system, in numbers: printed, seen and assumed captions, clauses that rest on the last."""

from dataclasses import replace
from datetime import date

import pytest

from reports.ledger import Ledger
from reports.model import Model
from reports.reality import Reality, reality
from reports.record.clauses import Clause, Instruction
from reports.record.knowledge import Known, Source
from tests.unit.reports.story import model, run, scenario, step

SEEN = Known("t.1", "confirmed", "Пермский край", date(2026, 11, 20), Source.PERSON)
CLAUSES = (
    Clause("t.1", "факт", "Т", "шаг 1", labels=("Войти",), assumed=("Логин",)),
    Clause("t.2", "факт", "Т", "шаг 2", labels=("Войти", "Выйти"), observed={"Стол": "методист"}),
    Clause("t.3", "факт", "Т", "шаг 3", assumed=("Стол", "Логин")),
    Clause("t.4", "факт", "Т", "шаг 4", assumed=("Выйти",)),
)


@pytest.fixture
def told() -> Model:
    walked = step(sees="journal/Стол", clauses=("t.1",), says="Тогда вижу «Выйти» и «Войти»")
    instruction = Instruction("t", "Т", "И", "Ж", clauses=CLAUSES)
    return model(run(scenario("С", walked)), instruction, ledger=Ledger([SEEN], date(2026, 11, 27)))


def test_each_caption_counts_once_by_its_best_origin(told: Model) -> None:
    assert reality(told) == Reality(printed=2, observed=1, assumed=1, clauses=4, resting=2, walked=1)


def test_what_the_source_prints_in_another_place_is_told_beside_the_clause(told: Model) -> None:
    assert told.printed_elsewhere(told.findings["t.1"]) == ["Выйти"]
    assert told.printed_elsewhere(told.findings["t.2"]) == []


def test_clause_that_a_person_did_not_reach_was_not_walked(told: Model) -> None:
    missed = replace(SEEN, verdict="unchecked")
    instruction = Instruction("t", "Т", "И", "Ж", clauses=CLAUSES)
    assert reality(model(told.run, instruction, ledger=Ledger([missed], date(2026, 11, 27)))).walked == 0
