"""Many scenarios: how soon the first one begins, and what the leading process holds while they run and at the end."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from reports.record.folder import Folder
from steps.language.reading import read_feature
from tests.bench.copies import write_copies
from tests.bench.figures import Figure
from tests.bench.lane import SideDied

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "reports" / "out"  # copies must lie within the project, and here nobody keeps anything
MANY = 10_000
PATIENCE_SECONDS = 300.0
LOOK_SECONDS = 0.1
ANY_RUN = "*"
MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Growth:
    """Seconds until the first scenario began; megabytes of the leading process then, and the most at the end."""

    planned: int
    first: float
    running: float
    ending: float


def measure_growth(planned: int = MANY) -> Growth:
    """Plan so many scenarios, copies of ours, wait for the first to begin, break the run off as Ctrl-C does."""
    OUT.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=OUT, prefix="growth-") as name:
        folder, out = Path(name) / "features", Path(name) / "out"
        copied = _copy(folder, planned)
        begun = time.perf_counter()
        with _led(folder, out) as leader:
            _wait_for_scenario(leader, out)
            first, running = time.perf_counter() - begun, _megabytes(leader)
            leader.send_signal(signal.SIGINT)
            return Growth(copied, first, running, max(_sizes(leader), default=running))


def growth_figures(growth: Growth) -> list[Figure]:
    """What there is to say of it."""
    return [
        Figure("growth_first", f"Первый из сценариев: {growth.planned}", growth.first, "с", 10),
        Figure(
            "growth_running", "Память ведущего процесса, пока они идут", growth.running, "МБ", 150, digits=0
        ),
        Figure("growth_ending", "  и самое большее в конце, с отчётом", growth.ending, "МБ", digits=0),
    ]


def _copy(folder: Path, planned: int) -> int:
    """Write copies of our features until there are so many scenarios; return how many there are."""
    folder.mkdir(parents=True)
    copied = 0
    for original in write_copies(folder):
        copied += _scenarios_of(original)
        if copied >= planned:
            return copied
    raise AssertionError  # copying does not end


@cache
def _scenarios_of(feature: Path) -> int:
    return len(read_feature(feature, feature.name).pickles)


@contextmanager
def _led(folder: Path, out: Path) -> Iterator[psutil.Popen]:
    command = [sys.executable, str(ROOT / "svyazka.py"), "run", str(folder), "--out", str(out)]
    leader = psutil.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield leader
        leader.wait(PATIENCE_SECONDS)
    finally:
        if leader.is_running():
            leader.kill()


def _wait_for_scenario(leader: psutil.Popen, out: Path) -> None:
    """Wait until a process writes of a scenario: then it has begun."""
    last = time.perf_counter() + PATIENCE_SECONDS
    while time.perf_counter() < last:
        if Folder(out, ANY_RUN).parts():
            return
        if leader.poll() is not None:
            raise SideDied(f"прогон закончился раньше первого сценария, код {leader.returncode}")
        time.sleep(LOOK_SECONDS)
    raise SideDied(f"за {PATIENCE_SECONDS:.0f} с ни один сценарий не начался")


def _sizes(leader: psutil.Popen) -> Iterator[float]:
    while leader.poll() is None:
        try:
            yield _megabytes(leader)
        except psutil.NoSuchProcess:
            return
        time.sleep(LOOK_SECONDS)


def _megabytes(process: psutil.Process) -> float:
    return float(process.memory_info().rss) / MEGABYTE
