"""Walks and decisions are counted for the top of a page, each once."""

from dataclasses import replace
from datetime import date

from reports.ledger import Ledger
from reports.model import Model
from reports.record.knowledge import Decision, Known, Source
from reports.views.people import WalkTold, disputed, states, walks
from tests.unit.reports.story import DESK, instruction, model, press, run, scenario, step

TODAY = date(2026, 11, 27)
SAW = Known("t.v1.1", "differs", "Пермский край", date(2026, 11, 20), Source.PERSON, "учитель")
PERSONS = (
    SAW,
    replace(SAW, clause="t.v1.2", verdict="confirmed", date=date(2026, 11, 21)),
    replace(SAW, clause="t.v1.3", verdict="confirmed", date=date(2026, 3, 1)),
    replace(SAW, clause="t.v1.1", place="Тула", verdict="confirmed"),
)


def told(*records: Known) -> Model:
    """Returns a run that confirms the first clause, differs at the second, and knows nothing of the third."""
    passed = step(press("Войти", DESK), sees=DESK, clauses=["t.v1.1"])
    failed = step(press("Выйти", DESK), sees=DESK, status="failed", clauses=["t.v1.2"])
    ledger = Ledger(records, TODAY)
    return model(
        run(scenario("Путь", passed, failed)), instruction("t.v1.1", "t.v1.2", "t.v1.3"), ledger=ledger
    )


def test_walks_are_told_by_place_and_role_the_latest_first() -> None:
    found = told(*PERSONS)
    perm = WalkTold("Пермский край", "учитель", date(2026, 3, 1), date(2026, 11, 21),
                    {"differs": 1, "confirmed": 2}, spent=1)  # fmt: skip
    tula = WalkTold("Тула", "учитель", date(2026, 11, 20), date(2026, 11, 20), {"confirmed": 1}, spent=0)
    assert walks(found, found.findings.values()) == [perm, tula]
    assert walks(found, [found.findings["t.v1.3"]])[0].verdicts == {"confirmed": 1}


def test_only_what_the_run_confirms_is_disputed_here() -> None:
    assert [one.clause.id for one in disputed(told(*PERSONS))] == ["t.v1.1"]


def test_what_is_open_and_decided_is_counted() -> None:
    assert states(told(), told().findings.values()) == {"open": 1, "decided": 0, "walked": 0}
    decided = replace(told().known["t.v1.2"], source=Source.PERSON, decision=Decision.SYSTEM)
    found = told(*PERSONS, decided)
    assert states(found, found.findings.values()) == {"open": 1, "decided": 1, "walked": 3}
