"""A matrix counts what it says."""

from __future__ import annotations

import pytest

from reports.record.kills import Ending, State
from tests.unit.reports.record.tried import CODE, GONE, ONE, PAINT, TWO, matrix, row, tried

CAUGHT, ACCIDENT, CRASHED, PASSED = Ending.CAUGHT, Ending.ACCIDENT, Ending.CRASHED, Ending.PASSED


@pytest.mark.parametrize(
    ("endings", "state"),
    [
        ([PASSED, ACCIDENT, CAUGHT], State.CAUGHT),
        ([PASSED, CRASHED, ACCIDENT], State.ACCIDENT),
        ([PASSED, CRASHED], State.CRASHED),
        ([PASSED], State.SURVIVED),
        ([], State.UNTOUCHED),
    ],
)
def test_state_is_the_best_that_was_found(endings: list[Ending], state: State) -> None:
    assert row(CODE, *endings).state is state


def test_proven_is_only_what_is_caught_by_its_own_assertion() -> None:
    good = matrix(row(CODE, CAUGHT), row(PAINT, PASSED))
    assert good.proven
    assert good.score == 100
    for spoilt in (
        matrix(row(CODE, CAUGHT), row(GONE, ACCIDENT)),
        matrix(row(CODE, CAUGHT), row(GONE, PASSED)),
        matrix(row(CODE, CAUGHT), row(GONE)),
        matrix(row(CODE, CAUGHT), row(PAINT, CRASHED)),
        matrix(row(CODE, CAUGHT), control=(tried(CODE, ONE, ACCIDENT),)),
    ):
        assert not spoilt.proven


def test_lone_catchers_and_those_that_catch_the_same() -> None:
    told = matrix(row(CODE, CAUGHT, CAUGHT), row(GONE, CAUGHT, CAUGHT))
    assert told.alike() == [(ONE, TWO)]
    assert told.lone() == {}
    assert matrix(row(CODE, PASSED, CAUGHT)).lone() == {TWO: ["code"]}
    assert matrix(row(CODE, PASSED, CAUGHT)).alike() == []
