"""The linter: what checking all features, one of them and thousands costs the processor, a process for each."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.copies import write_copies
from tests.bench.lane import SideDied

ROOT = Path(__file__).parents[2]
ONE = "features/perm/variant_1.feature"
MANY = 2000
TIMES = 3


@dataclass(frozen=True)
class Linting:
    """Seconds of the processor."""

    everything: float
    one: float
    many: float


def measure_linting(advanced: Callable[[int], None]) -> Linting:
    """Lint our features, one of them, and copies of them with names of their own."""
    everything = median(_processor_seconds() for _ in range(TIMES))
    advanced(25)
    one = median(_processor_seconds(ONE) for _ in range(TIMES))
    advanced(40)
    with TemporaryDirectory() as folder:
        for _ in islice(write_copies(Path(folder)), MANY):
            pass
        many = _processor_seconds(folder)
    advanced(100)
    return Linting(everything, one, many)


def _processor_seconds(*paths: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, str(ROOT / "svyazka.py"), "lint", *paths]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603 - ours
    if done.returncode:
        raise SideDied(f"lint закончился кодом {done.returncode}: {done.stdout[-500:]}{done.stderr[-500:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
