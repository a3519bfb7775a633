"""Which defects a trial is about: of the day, those that are known to be noticed."""

from reports.record.kills import Defect, Ending, Made, Matrix, Row, Try
from steps.proof.telling import verdict
from steps.proof.trial import NOBODY_KNOWS, Trial, Wish

NOTICED, MISSED = Defect("noticed", "Кто-то это видит."), Defect("missed", "Никто этого не видит.")
MADE = Made("c0ffee", "2026-11-27", "f", 1, False, 1.0)


def matrix(*rows: Row) -> Matrix:
    return Matrix(MADE, ("a",), rows)


def tried(defect: Defect, ending: Ending) -> Row:
    return Row(defect, 1, (Try(defect.id, "a", ending),))


def of_the_day(before: Matrix | None) -> tuple[list[str], list[str]]:
    said: list[str] = []
    trial = Trial(Wish(today=True), before, 1, said.append)
    return [one.id for one in trial._wanted([NOTICED, MISSED])], said


def test_of_the_day_are_those_that_were_noticed_when_all_were_tried():
    before = matrix(tried(NOTICED, Ending.CAUGHT), tried(MISSED, Ending.PASSED))
    assert of_the_day(before) == (["noticed"], [])


def test_as_long_as_nobody_knows_it_is_said_that_there_are_none():
    assert of_the_day(None) == ([], [NOBODY_KNOWS])


def test_trial_of_no_defect_claims_nothing_about_any():
    assert next(verdict(matrix())) == "Дефектов в этот раз не испытывали."
