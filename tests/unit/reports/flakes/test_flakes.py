"""Rates over past runs: who flickers, how often, how sure that is, and what so few runs cannot show."""

from collections.abc import Callable
from pathlib import Path

import pytest

from fixtures.environment.arguments import ArgumentParser
from reports.flakes.command import main
from reports.flakes.counting import Histories, count
from reports.flakes.rate import Rate, needed, unseen
from reports.flakes.table import lines
from reports.record.facts import RepeatTold
from reports.record.run import Run
from tests.unit.reports.gate.records import FAILED, SKIPPED, UNSTABLE, Ended, Stage


@pytest.mark.parametrize(
    ("hits", "runs", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),
        (1, 10, 0.0179, 0.4042),
        (5, 10, 0.2366, 0.7634),
        (10, 10, 0.7225, 1.0),
        (2, 200, 0.0027, 0.0357),
    ],
)
def test_bounds_are_those_of_wilson(hits: int, runs: int, low: float, high: float) -> None:
    assert Rate(hits, runs).bounds == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize("share", [0.01, 0.05, 0.2])
def test_so_many_runs_are_needed_and_no_fewer(share: float) -> None:
    assert unseen(needed(share)) <= share < unseen(needed(share) - 1)


@pytest.fixture
def counted(tmp_path: Path, read: Callable[[Path], Run]) -> Callable[..., Histories]:
    """Counts over runs, each given by how its two scenarios ended."""

    def counted(*runs: tuple[Ended, ...]) -> Histories:
        return count(read(Stage(tmp_path).record(*how, name=f"run-{at}")) for at, how in enumerate(runs))

    return counted


@pytest.fixture
def read() -> Callable[[Path], Run]:
    """Reads a record."""
    from reports.record.stored import read_record

    return read_record


def test_scenario_that_ends_in_both_ways_is_flaky(counted: Callable[..., Histories]) -> None:
    found = counted((Ended(), FAILED), (), (), (Ended(), FAILED))
    assert [(one.title, one.bad, one.runs, one.flickered) for one in found.flaky] == [("Выхожу", 2, 4, 0)]


def test_scenario_that_never_passes_is_no_flake(counted: Callable[..., Histories]) -> None:
    found = counted((FAILED,), (FAILED,))
    assert found.flaky == ()
    assert [one.title for one in found.never_passed] == ["Вхожу"]


def test_unstable_one_flickers_within_a_run(counted: Callable[..., Histories]) -> None:
    (one,) = counted((UNSTABLE,)).flaky
    assert (one.bad, one.runs, one.flickered) == (1, 1, 1)


def test_repeat_for_a_trace_that_passes_is_a_flicker(read: Callable[[Path], Run], tmp_path: Path) -> None:
    told = Ended("failed", ("passed", "failed"), repeat=RepeatTold("passed"))
    same = Ended("failed", ("passed", "failed"), repeat=RepeatTold("failed"))
    found = count([read(Stage(tmp_path).record(told, same))])
    assert [(one.title, one.flickered) for one in found.all] == [("Вхожу", 1), ("Выхожу", 0)]


def test_skipped_scenario_says_nothing(counted: Callable[..., Histories]) -> None:
    assert [(one.title, one.runs) for one in counted((Ended(), SKIPPED), ()).all] == [
        ("Вхожу", 2),
        ("Выхожу", 1),
    ]


def test_table_shows_share_bounds_and_what_is_too_little(counted: Callable[..., Histories]) -> None:
    told = lines(counted((Ended(), FAILED), *[()] * 9), 80)
    assert told[0] == "10 прогонов, 2 сценария: 1 мигающий сценарий."
    assert "Прогонов мало: сценарий, прошедший все 10, может не проходить до 28 % раз." in " ".join(told)
    assert "Чтобы знать о доле 5 %, нужно 73 прогона." in " ".join(told)
    (row,) = (line for line in told if "Выхожу" in line)
    assert row.split() == ["10", "%", "2–40", "%", "1", "из", "10", "—", "Выхожу"]
    assert max(map(len, told)) <= 80


def test_enough_runs_are_not_called_few(counted: Callable[..., Histories]) -> None:
    assert not [line for line in lines(counted(*[()] * 73), 80) if "мало" in line]


def test_one_run_given_twice_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = Stage(tmp_path).record()
    assert main([str(out), str(out)], ArgumentParser) == 2
    assert "дан дважды" in capsys.readouterr().err
    assert main([str(out)], ArgumentParser) == 0
    assert main([str(tmp_path / "nothing")], ArgumentParser) == 2


def test_nothing_carried_out_is_nothing_to_count(tmp_path: Path) -> None:
    assert main([str(Stage(tmp_path).record(SKIPPED, SKIPPED))], ArgumentParser) == 3
