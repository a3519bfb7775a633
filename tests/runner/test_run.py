"""The command `run`: what it asks of pytest."""

import os
from pathlib import Path

import pytest

from steps.runner import command as run
from steps.runner.cores import cores


def asked(*argv):
    return run.pytest_arguments(run.arguments().parse_intermixed_args(list(argv)))[len(run.QUIET) :]


@pytest.fixture
def at_home(monkeypatch):
    monkeypatch.chdir(Path(__file__).parents[2])


@pytest.mark.usefixtures("at_home")
@pytest.mark.parametrize(
    ("argv", "arguments"),
    [
        ([], ["-n", "auto", "--maxschedchunk=1", "--", "features"]),
        (["-n", "1", "features/perm"], ["-n", "0", "--", "features/perm"]),
        (["-n", "3"], ["-n", "3", "--maxschedchunk=1", "--", "features"]),
        (["-n", "1", "--debug"], ["-n", "0", "--verbosity=2", "--", "features"]),
        (["-n", "1", "--evidence", "off"], ["-n", "0", "--evidence=off", "--", "features"]),
        (["--headed"], ["-n", "0", "--headed", "--", "features"]),
        (["--headed", "-n", "2"], ["-n", "2", "--maxschedchunk=1", "--headed", "--", "features"]),
        (
            ["steps", "-k", "вход", "tests"],
            ["-n", "auto", "--maxschedchunk=1", "-kвход", "--", "steps", "tests"],
        ),
        (["-n", "0"], ["-n", "0", "--", "features"]),
        (["-x", "--failed", "-n", "0"], ["-n", "0", "--failed", "-x", "--"]),
        (["--pause-at-failure"], ["-n", "0", "--headed", "--pause-at-failure", "--", "features"]),
        (["--dry"], ["-n", "0", "--dry", "--", "features"]),
        (
            ["steps", "a.feature:3", "Вход", "-n", "1"],
            ["-n", "0", "--only=a.feature:3", "--only=Вход", "--", "steps"],
        ),
        (["Вход", "-n", "1"], ["-n", "0", "--only=Вход", "--"]),
        (
            ["-n", "1", "-m", "критично and not perm", "--seed", "7", "--slow", "300", "--out", "o"],
            ["-n", "0", "-mкритично and not perm", "--out=o", "--slow=300", "--seed=7", "--", "features"],
        ),
    ],
)
def test_asks_pytest_for_what_was_asked(argv, arguments):
    assert asked(*argv) == arguments


def test_one_worker_per_core_that_we_may_use(monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2}, raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 8)

    assert cores() == 3


@pytest.mark.parametrize(("counted", "number"), [(8, 8), (None, 1)])
def test_one_worker_per_core_where_nobody_says_which_we_may_use(monkeypatch, counted, number):
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: counted)

    assert cores() == number
