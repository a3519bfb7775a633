"""What is tried behind the second face: each scenario of the list is there, and only its own step counts."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from steps.language.reading import read_feature
from steps.proof.elsewhere import (
    CAUGHT,
    ELSEWHERE,
    PASSED,
    SKIPPED,
    Elsewhere,
    how_it_ended,
    of_the_day,
    samples,
)
from steps.proof.trying import Ended

ROOT = Path(__file__).parents[4]
SAMPLES = samples()
ONE = SAMPLES[0]


@pytest.mark.parametrize("one", SAMPLES, ids=lambda one: one.defect)
def test_sample_speaks_of_a_scenario_and_a_step_that_there_are(one):
    document = read_feature(ROOT / one.feature, one.feature)
    (pickle, *_) = [each for each in document.pickles if each["name"] == one.scenario]
    assert one.at in [step["text"] for step in document.steps_of(pickle)]


@pytest.mark.parametrize(
    ("verdict", "step", "how"),
    [
        ("failed", ONE.at, CAUGHT),
        ("broken", ONE.at, ELSEWHERE),
        ("failed", "вижу экран «Вход»", ELSEWHERE),
        ("passed", "", PASSED),
        ("skipped", "", SKIPPED),
    ],
)
def test_only_a_failure_at_its_own_step_counts(verdict: str, step: str, how: str):
    assert how_it_ended(ONE, Ended(verdict, 9, step, "нет надписи", ())) == how


def test_whatever_is_not_noticed_is_told_and_decides():
    said: list[str] = []
    trial = Elsewhere(SAMPLES[:2], said.append)
    trial.tell(SAMPLES[0], Ended("failed", 9, SAMPLES[0].at, "", ()))
    trial.tell(SAMPLES[1], Ended("passed", 9, "", "", ()))
    assert not trial.conclude()
    assert said[-1].endswith("дефектов: 1 из 2.")


def test_what_was_not_tried_is_not_noticed():
    trial = Elsewhere(SAMPLES[:2], lambda _: None)
    trial.tell(SAMPLES[0], Ended("failed", 9, SAMPLES[0].at, "", ()))
    assert not trial.conclude()
    trial.tell(SAMPLES[1], Ended("failed", 9, SAMPLES[1].at, "", ()))
    assert trial.conclude()


def test_simulator_has_the_defects_of_those_that_are_tried_and_no_others():
    assert Elsewhere(SAMPLES[:1], print).options == ["--stand=wild", f"--defect={ONE.defect}"]


def test_each_day_has_its_own():
    days = [datetime.date(2026, 11, day) for day in range(1, 29)]
    assert all(len(of_the_day(SAMPLES, day)) == 1 for day in days)
    assert len({of_the_day(SAMPLES, day)[0].defect for day in days}) > len(SAMPLES) / 2
