"""The commands: what they ask of pytest, and what becomes of their parts."""

import os

import pytest

from steps import run


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


def test_one_worker_per_core_that_we_may_use():
    assert 1 <= run.cores() <= (os.cpu_count() or 1)


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
