"""The commands: what they ask of pytest, and what becomes of their parts."""

import os
from pathlib import Path

import pytest

from steps.runner import command as run


def asked(*argv):
    return run.pytest_arguments(run.arguments().parse_intermixed_args(list(argv)))[len(run.QUIET) :]


@pytest.fixture
def two_cores(monkeypatch):
    monkeypatch.setattr(run, "cores", lambda: 2)


@pytest.mark.usefixtures("two_cores")
@pytest.mark.parametrize(
    ("argv", "arguments"),
    [
        ([], ["-n", "2", "--maxschedchunk=1", "--", "features"]),
        (["-n", "1", "features/perm"], ["-n", "0", "--", "features/perm"]),
        (["-n", "3"], ["-n", "3", "--maxschedchunk=1", "--", "features"]),
        (["-n", "1", "--debug"], ["-n", "0", "--verbosity=2", "--", "features"]),
        (["-n", "1", "--evidence", "off"], ["-n", "0", "--evidence=off", "--", "features"]),
        (["--headed"], ["-n", "0", "--headed", "--", "features"]),
        (["--headed", "-n", "2"], ["-n", "2", "--maxschedchunk=1", "--headed", "--", "features"]),
        (["a", "-k", "вход", "b"], ["-n", "2", "--maxschedchunk=1", "-kвход", "--", "a", "b"]),
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

    assert run.cores() == 3


@pytest.mark.parametrize(("counted", "number"), [(8, 8), (None, 1)])
def test_one_worker_per_core_where_nobody_says_which_we_may_use(monkeypatch, counted, number):
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: counted)

    assert run.cores() == number


@pytest.fixture
def started(monkeypatch):
    """What the parts of `test` start, in their order, instead of starting it."""
    calls = []
    monkeypatch.setattr("fixtures.environment.check.main", lambda argv: calls.append(("check", argv)) or 0)
    monkeypatch.setattr(pytest, "main", lambda argv: calls.append(("pytest", argv)) or 0)
    return calls


@pytest.mark.usefixtures("two_cores")
def test_everything_of_ours_is_the_code_the_own_tests_and_the_scenarios(started, capsys):
    assert run.test_main([]) == 0

    assert started == [
        ("check", []),
        ("pytest", [*run.QUIET, "-n", "2", "--maxschedchunk=1", run.OWN_TESTS]),
        ("pytest", [*run.QUIET, "-n", "2", "--maxschedchunk=1", "--", run.SCENARIOS]),
    ]
    titles = [line for line in capsys.readouterr().out.splitlines() if line and ":" not in line]
    assert titles == ["Проверка кода", "Свои тесты", "Сценарии"]


def test_own_tests_are_those_where_this_one_is():
    root = Path(run.__file__).parents[2]

    assert Path(__file__).is_relative_to(root / run.OWN_TESTS)
    assert list((root / run.SCENARIOS).rglob("*.feature"))


def test_every_part_has_its_closing_line_and_the_worst_decides(capsys):
    assert run._all((("Проверка", lambda: 0), ("Тесты", lambda: 1), ("Сценарии", lambda: 3))) == 3
    told = capsys.readouterr().out
    for line in ("Проверка: порядок", "Тесты: не порядок, код 1", "Сценарии: не порядок, код 3"):
        assert line in told


def test_ctrl_c_ends_all_parts(capsys):
    def interrupted():
        raise KeyboardInterrupt

    assert run._all((("Первая", interrupted), ("Вторая", lambda: 0))) == 130
    assert "Вторая" not in capsys.readouterr().out
