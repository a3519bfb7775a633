"""What people said stands beside what was found, and only where it speaks of that."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from reports.ledger import FRESH_DAYS, Ledger, Word
from reports.record.knowledge import Decision, Known, Source

TODAY = date(2026, 11, 27)
FOUND = Known(
    "t.1", "differs", "на симуляторе", TODAY, Source.RUN, "учитель", None, ("aaaaaaaa",), "на экране «Б»"
)
FINE = replace(FOUND, verdict="confirmed", seen="")
DECIDED = replace(FOUND, source=Source.PERSON, decision=Decision.SYSTEM, date=date(2026, 11, 20))
SAW = replace(FINE, source=Source.PERSON, place="Пермский край", date=date(2026, 11, 20))


def word(found: Known, *records: Known) -> Word:
    return Ledger(records, TODAY).word(found)


def test_difference_is_open_until_somebody_decides() -> None:
    assert word(FOUND).state == "open"
    assert word(FOUND, DECIDED).state == "decided"
    assert word(FOUND, replace(DECIDED, decision=Decision.LATER)).state == "open"
    assert word(FINE).state == ""


def test_last_decision_counts() -> None:
    later = replace(DECIDED, decision=Decision.DOCUMENT, date=date(2026, 11, 25))
    assert word(FOUND, later, DECIDED).matters[0].decision == later
    same_day = replace(DECIDED, decision=Decision.LATER)
    assert word(FOUND, DECIDED, same_day).matters[0].decision == same_day


@pytest.mark.parametrize(
    "changed", [{"sentences": ("bbbbbbbb",)}, {"seen": "на экране «В»"}, {"verdict": "known"}]
)
def test_decision_on_something_else_is_shown_and_never_applied(changed: dict[str, str]) -> None:
    matter = word(replace(FOUND, **changed), DECIDED).matters[0]
    assert (matter.decision, matter.former, matter.is_open) == (None, DECIDED, True)


def test_word_is_told_in_one_line() -> None:
    told = str(word(FOUND, SAW, DECIDED))
    assert told == "видел человек, 20.11.2026, Пермский край; решено 20.11.2026: права система"
    assert str(word(FOUND)) == ""


def test_decision_is_kept_when_there_is_nothing_to_decide_any_more() -> None:
    assert word(FINE, DECIDED).kept == DECIDED
    assert word(FOUND, DECIDED).kept is None


def test_decision_of_another_place_is_none_of_this() -> None:
    elsewhere = replace(DECIDED, place="Пермский край")
    assert word(FOUND, elsewhere).matters[0].decision is None
    assert word(FOUND, elsewhere).matters[0].former is None


def test_person_who_saw_otherwise_is_something_to_decide_on() -> None:
    saw = replace(SAW, verdict="differs", seen="кнопки нет")
    told = word(FINE, saw)
    assert [matter.known for matter in told.matters] == [saw]
    assert (told.is_disputed, told.walks[0].agrees) == (True, False)
    decided = replace(saw, decision=Decision.DOCUMENT, date=TODAY)
    assert word(FINE, saw, decided).matters[0].decision == decided


@pytest.mark.parametrize(
    ("walked", "found", "agrees"),
    [
        ("confirmed", "confirmed", True), ("differs", "differs", True), ("confirmed", "differs", False),
        ("confirmed", "unchecked", None), ("unchecked", "confirmed", None),
        ("differs", "known", True), ("confirmed", "ceased", True), ("confirmed", "uncheckable", None),
    ],
)  # fmt: skip
def test_person_and_run_are_compared(walked: str, found: str, agrees: bool | None) -> None:
    assert word(replace(FINE, verdict=found), replace(SAW, verdict=walked)).walks[0].agrees is agrees


def test_what_a_person_saw_ages() -> None:
    fresh = replace(SAW, date=TODAY - timedelta(days=FRESH_DAYS))
    old = replace(SAW, date=TODAY - timedelta(days=FRESH_DAYS + 1))
    assert [word(FINE, one).walks[0].counts for one in (fresh, old)] == [True, False]
    assert not word(FOUND, old).is_disputed


def test_what_a_person_saw_of_another_sentence_does_not_count() -> None:
    walked = word(replace(FINE, sentences=("bbbbbbbb",)), SAW).walks[0]
    assert (walked.is_of_this_sentence, walked.counts) == (False, False)


def test_last_walk_of_each_place_and_role_counts() -> None:
    again, pupil = replace(SAW, verdict="differs"), replace(SAW, role="ученик")
    assert [one.known for one in word(FINE, SAW, pupil, again).walks] == [again, pupil]


def test_records_about_clauses_that_are_gone_are_named() -> None:
    assert Ledger([SAW, replace(SAW, clause="t.2"), replace(FOUND, clause="t.3")]).unknown({"t.1"}) == ["t.2"]


def test_changed_sentence_is_read_first_and_nothing_is_to_be_decided() -> None:
    told = word(replace(FOUND, verdict="outdated"), DECIDED)
    assert (told.matters, told.state, told.kept) == ((), "", DECIDED)
