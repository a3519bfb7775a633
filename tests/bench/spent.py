"""What a command spends, with everything that it starts: seconds by the clock, and of the processor."""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.lane import SideDied

PR_SET_CHILD_SUBREAPER = 36  # prctl(2)
LAST_WORDS = 3000
NOT_A_USERS = (
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONUNBUFFERED",
)  # a set-up of containers, which costs each start


@dataclass(frozen=True)
class Spent:
    """Seconds by the clock, and of the processor."""

    wall: float
    user: float
    system: float

    @property
    def processor(self) -> float:
        """User's and system's together."""
        return self.user + self.system


def carry_out(
    command: Sequence[str | Path], folder: Path, patience: float, told: Mapping[str, str] | None = None
) -> Spent:
    """Run a command to its end and return what it and all its descendants spent; raises SideDied if it fails.

    Descendants that outlive their parents are waited for here, so that they are counted too (on Linux).
    """
    _adopt_orphans()
    environment = {key: each for key, each in os.environ.items() if key not in NOT_A_USERS} | dict(told or {})
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    try:
        done = subprocess.run(
            [str(word) for word in command],
            cwd=folder,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=patience,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        raise SideDied(f"{command[0]} не закончил за {patience:.0f} с") from late
    wall = time.perf_counter() - begun
    _bury_orphans()
    if done.returncode:
        words = f"{done.stdout}\n{done.stderr}".strip()[-LAST_WORDS:]
        raise SideDied(f"{' '.join(map(str, command))}: код {done.returncode}\n{words}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Spent(wall, after.ru_utime - before.ru_utime, after.ru_stime - before.ru_stime)


def load() -> float:
    """How many processes have wanted the processor during the last minute; 0 where nobody counts."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0


def _adopt_orphans() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _bury_orphans() -> None:
    """Take in the processor time of adopted children that have ended; one that goes on is nobody's measure."""
    while True:
        try:
            gone, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not gone:
            return
