"""The words for how something ended: one order, and no reader who lacks a word."""

from itertools import product

import pytest

from reports.record.status import BETTER_TO_WORSE, CUCUMBER, ENDED_BADLY, ENDED_WELL, WORDS, only_ours, worst

# Written out once more: whoever changes the order changes what a run says.
ORDER = (
    *("passed", "quarantined", "skipped", "not_run", "not_started"),
    *("interrupted", "unstable", "failed", "broken", "unsound"),
)


@pytest.mark.parametrize(("one", "other"), list(product(ORDER, repeat=2)))
def test_worse_of_any_two_is_the_later_in_the_order(one: str, other: str) -> None:
    assert worst(one, other) == ORDER[max(ORDER.index(one), ORDER.index(other))]


def test_unknown_word_has_no_place_in_the_order() -> None:
    with pytest.raises(ValueError, match="not in tuple"):
        worst("passed", "лопнул")


@pytest.mark.parametrize(
    ("status", "cucumber"), [("passed", "PASSED"), ("broken", "FAILED"), ("skipped", "SKIPPED")]
)
def test_cucumber_has_a_word_that_is_never_too_good(status: str, cucumber: str) -> None:
    assert CUCUMBER[status] == cucumber
    assert [one for one in ORDER if CUCUMBER[one] == "PASSED"] == ["passed"]


def test_three_words_are_told_by_cucumber_alone() -> None:
    assert [status for status in ORDER if not only_ours(status)] == ["passed", "skipped", "failed"]


def test_what_ended_well_and_what_ended_badly_stand_at_the_two_ends() -> None:
    assert ENDED_WELL == ("passed", "quarantined", "skipped")
    assert ENDED_BADLY == ("unstable", "failed", "broken", "unsound")


def test_readers_have_a_word_for_all_that_is_given() -> None:
    assert set(BETTER_TO_WORSE) == set(WORDS)
