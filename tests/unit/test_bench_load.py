"""What is made of Locust's words."""

import json
import subprocess

import pytest

from tests.bench.lane import SideDied
from tests.bench.load.command import Carried, _later_than_most, _read

PAGE = {
    "name": "page",
    "num_requests": 100,
    "num_failures": 1,
    "start_time": 10.0,
    "last_request_timestamp": 20.0,
    "response_times": {"5": 90, "40": 9, "900": 1},
}
SET_UP = {**PAGE, "name": "set up", "num_requests": 4, "num_failures": 2}


def said(words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.CompletedProcess([], 0, words, "нет такого файла")


def test_answers_of_one_name_are_counted_and_all_failures() -> None:
    assert _read(said(json.dumps([SET_UP, PAGE])), "page") == (100, 3, 10.0, 40.0)


@pytest.mark.parametrize("words", ["", "[]", "Traceback"])
def test_locust_that_measured_nothing_is_quoted(words: str) -> None:
    with pytest.raises(SideDied, match="нет такого файла"):
        _read(said(words), "page")


def test_rate_and_processor_of_one() -> None:
    carried = Carried(200, 0, 10.0, 1.0, 40.0)
    assert (carried.rate, carried.each) == (20.0, 5.0)


def test_late_ones_are_those_beyond_nineteen_of_twenty() -> None:
    assert _later_than_most({1.0: 95, 2.0: 5}) == 1.0
    assert _later_than_most({1.0: 94, 2.0: 6}) == 2.0
    assert _later_than_most({}) == 0.0
