"""The last word of each stand on a clause: it ages by its stand, speaks of its own sentence, and reality leads."""

from dataclasses import replace
from datetime import date

import pytest

from reports.coverage import Verdict
from reports.layout import placed_here, standing_words
from reports.ledger import Ledger
from reports.model import Model
from reports.record.facts import StandTold
from reports.record.knowledge import Known, Source
from reports.record.run import Attached
from reports.standings import Standings
from tests.unit.reports.story import DESK, instruction, model, press, run, scenario, step

TODAY = date(2026, 11, 27)
HERE = Known(
    "t.v1.1", "confirmed", "на симуляторе", TODAY, Source.RUN, "учитель", sentences=("a",), stand="sim"
)
LIVE = replace(
    HERE, place="на живой системе", stand="perm", live=True, fresh_days=30, date=date(2026, 11, 20)
)
OTHER = replace(HERE, clause="t.v1.2")


def standings(*records: Known, today: tuple[Known, ...] = (HERE, OTHER)) -> Standings:
    return Standings([*records, *today], {one.clause: one for one in today}, TODAY)


def words(*records: Known) -> list[str]:
    return [standing_words(one) for one in standings(*records).of("t.v1.1")]


def test_each_stand_has_its_last_word_the_real_system_first() -> None:
    older = replace(LIVE, verdict="differs", date=date(2026, 11, 19))
    told = ["подтверждён на живой системе 20.11.2026", "подтверждён на симуляторе"]
    assert words(older, LIVE) == words(LIVE, older) == told
    assert words(replace(LIVE, verdict="differs"), older)[0] == "расходится на живой системе 20.11.2026"


def test_of_one_day_the_worst_counts() -> None:
    assert words(LIVE, replace(LIVE, verdict="differs"))[0].startswith("расходится")
    assert words(replace(LIVE, verdict="differs"), LIVE)[0].startswith("расходится")


def test_run_that_did_not_check_a_clause_leaves_what_was_known() -> None:
    silent = replace(LIVE, verdict="unchecked", date=TODAY)
    assert words(LIVE, silent)[0] == "подтверждён на живой системе 20.11.2026"
    assert words(silent) == ["подтверждён на симуляторе"]


@pytest.mark.parametrize(
    ("days", "verdict"), [(7, Verdict.CONFIRMED), (6, Verdict.STALE), (None, Verdict.CONFIRMED)]
)
def test_verdict_is_fresh_for_as_many_days_as_its_stand_says(days: int | None, verdict: Verdict) -> None:
    told = standings(replace(LIVE, fresh_days=days)).of("t.v1.1")[0]
    assert told.verdict is verdict
    assert (verdict is Verdict.STALE) == (standing_words(told) == "давно не проверяли на живой системе")


def test_verdict_on_other_words_of_the_source_says_nothing_of_these() -> None:
    told = standings(replace(LIVE, sentences=("b",))).of("t.v1.1")[0]
    assert (told.verdict, told.counts) == (Verdict.OUTDATED, False)
    assert standing_words(told) == "фраза с тех пор другая, заново не проверяли на живой системе"


def test_record_that_tells_no_stand_is_of_the_one_with_its_place() -> None:
    assert words(replace(HERE, stand="", date=date(2026, 11, 1))) == ["подтверждён на симуляторе"]


def test_what_another_stand_says_otherwise_is_found_whatever_this_one_says() -> None:
    differs = replace(LIVE, verdict="differs")
    silent = replace(HERE, verdict="unchecked")
    assert standings(differs).is_otherwise("t.v1.1")
    assert standings(differs, today=(silent,)).is_otherwise("t.v1.1")
    assert standings(LIVE, today=(replace(HERE, verdict="differs"),)).is_otherwise("t.v1.1")
    assert not standings(LIVE).is_otherwise("t.v1.1")
    assert not standings(replace(differs, fresh_days=1)).is_otherwise("t.v1.1")
    assert not standings(today=(replace(HERE, verdict="differs"),)).is_otherwise("t.v1.1")


def test_stand_is_summed_up_over_all_clauses() -> None:
    parent = replace(
        LIVE, clause="t.v1.2", verdict="differs", role="оператор, родитель, учитель", date=date(2026, 10, 1)
    )
    gone = replace(HERE, clause="t.v1.3", verdict="uncheckable")
    live, here = standings(LIVE, parent, today=(HERE, OTHER, gone)).summaries
    assert (live.place, live.first, live.last) == ("на живой системе", date(2026, 10, 1), date(2026, 11, 20))
    assert live.roles == ("учитель", "родитель", "оператор")
    assert {verdict: number for verdict, number in live.counts.items() if number} == {
        Verdict.CONFIRMED: 1, Verdict.STALE: 1, Verdict.UNCHECKABLE: 1,
    }  # fmt: skip
    assert here.counts[Verdict.CONFIRMED] == 2


def told(stand: StandTold, today: date) -> Model:
    """Returns a run of 14.11.2023 on that stand, as a report of another day has it."""
    passed = step(press("Войти", DESK), sees=DESK, clauses=["t.v1.1"])
    piece = Attached(StandTold.MEDIA_TYPE, stand.body, None, "стенд")
    return model(run(scenario("Путь", passed), attached=(piece,)), instruction("t.v1.1", "t.v1.2"),
                 ledger=Ledger((), today))  # fmt: skip


def test_run_of_long_ago_says_so_and_its_record_keeps_what_it_found() -> None:
    stand = StandTold("perm", "Пермь", "на живой системе", simulator=False, live=True, fresh_days=30)
    fresh, old = told(stand, date(2023, 12, 14)), told(stand, date(2023, 12, 15))
    assert fresh.findings["t.v1.1"].verdict is Verdict.CONFIRMED
    assert (old.findings["t.v1.1"].verdict, old.findings["t.v1.1"].tried) == (
        Verdict.STALE,
        Verdict.CONFIRMED,
    )
    assert old.findings["t.v1.2"].verdict is Verdict.UNCHECKED
    assert old.known["t.v1.1"] == fresh.known["t.v1.1"]
    known = fresh.known["t.v1.1"]
    assert (known.verdict, known.stand, known.live, known.fresh_days) == ("confirmed", "perm", True, 30)
    assert told(replace(stand, operator=True), TODAY).known["t.v1.1"].role == "оператор"
    assert told(replace(stand, operator=True), TODAY).known["t.v1.2"].role == ""
    assert placed_here(fresh) == "на живой системе 14.11.2023"
    assert placed_here(told(StandTold("sim", place="на симуляторе"), TODAY)) == "на симуляторе"
