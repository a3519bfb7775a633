"""`svyazka.py bench --load`: how many worlds and pages a second a simulator carries, over SQLite and PostgreSQL."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from fixtures.database import DatabaseWanted
from fixtures.environment.console import Progress
from fixtures.postgres import PostgresMissing, own_server
from fixtures.simulator import Simulator
from tests.bench.figures import Figure
from tests.bench.lane import SideDied
from tests.bench.peers.installing import Workshop
from tests.bench.simulator_side import cast
from tests.bench.spent import load

FOLDER = Path(tempfile.gettempdir()) / "svyazka-load"  # outside of the project, whose set-up is not Locust's
PROJECTS = Path(__file__).parent / "projects"
USERS = 16
SECONDS = 15
PATIENCE_SECONDS = 120.0
KINDS = {"Reader": "page", "Maker": "world"}
SETTINGS = (
    ("SQLite, 1 процесс", 0),
    ("PostgreSQL, 1 процесс", 1),
    ("PostgreSQL, 2", 2),
    ("PostgreSQL, 4", 4),
)


@dataclass(frozen=True)
class Carried:
    """What was answered in how many seconds, what the simulator and its database spent on it, how late it came."""

    answers: int
    failed: int
    seconds: float
    processor: float
    slow: float  # milliseconds: nineteen of twenty answers came sooner

    @property
    def rate(self) -> float:
        """How many a second."""
        return self.answers / self.seconds

    @property
    def each(self) -> float:
        """Milliseconds of the processor for one."""
        return 1000 * self.processor / max(self.answers, 1)


def measure_load() -> list[Figure]:
    """Install Locust, ask each kind of simulator, and give the figures; what fails is one, too."""
    shop = Workshop(FOLDER, PROJECTS)
    progress = Progress(
        f"Меряем нагрузку, по {SECONDS} с; нагрузка до начала {load():.1f}.", 1 + len(SETTINGS)
    )
    with progress.step("Locust ставится в свою папку"):
        shop.install()
    figures: list[Figure] = []
    for title, servers in SETTINGS:
        with progress.step(title):
            try:
                figures += _figures(title, _carried(shop, servers))
            except PostgresMissing as missing:
                print(f"{title}: не измерено. {missing}", flush=True)
    return figures


def _carried(shop: Workshop, servers: int) -> dict[str, Carried]:
    with _simulator(servers) as simulator:
        return {counted: _asked(shop, simulator, kind, counted) for kind, counted in KINDS.items()}


@contextmanager
def _simulator(servers: int) -> Iterator[Simulator]:
    """A simulator over a PostgreSQL of its own; of no servers at all, over SQLite."""
    if not servers:
        yield from _kept(Simulator())
        return
    with own_server() as address:
        yield from _kept(Simulator(database=DatabaseWanted(address, servers)))


def _kept(simulator: Simulator) -> Iterator[Simulator]:
    try:
        yield simulator
    finally:
        simulator.stop()


def _asked(shop: Workshop, simulator: Simulator, kind: str, counted: str) -> Carried:
    """Let so many users of that kind ask for a while."""
    token, _at, control = simulator.address.control.removeprefix("http://").partition("@")
    told = {
        "control": f"http://{control}",
        "token": token,
        "sites": simulator.address.tls_port,
        "people": [person.as_json() for person in cast(1)],
    }
    command = [
        *(shop.python("locust"), "-f", PROJECTS / "locustfile.py", kind),
        *("--headless", "--json", "--only-summary", "-u", str(USERS), "-r", str(USERS), "-t", f"{SECONDS}s"),
    ]
    spent = _spent_by(psutil.Process().children(recursive=True))
    done = subprocess.run(  # noqa: S603 - a tool that we have installed
        [str(word) for word in command],
        env={**os.environ, "SVYAZKA_LOAD": json.dumps(told)},
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    answered = _read(done, counted)
    return Carried(*answered[:3], spent(), answered[3])


def _spent_by(processes: list[psutil.Process]) -> Callable[[], float]:
    """Gives what they have spent of the processor since."""
    before = sum(map(_processor, processes))
    return lambda: sum(map(_processor, psutil.Process().children(recursive=True))) - before


def _processor(process: psutil.Process) -> float:
    try:
        times = process.cpu_times()
    except psutil.NoSuchProcess:
        return 0.0
    return float(times.user + times.system)


def _read(done: subprocess.CompletedProcess[str], counted: str) -> tuple[int, int, float, float]:
    """How many answers of that name there were, how many failed, in how many seconds; how late the late ones came."""
    try:
        told: list[dict[str, Any]] = json.loads(done.stdout)
        one = next(each for each in told if each["name"] == counted)
    except (ValueError, StopIteration) as error:
        raise SideDied(f"Locust не измерил: {done.stderr[-600:]}") from error
    failed = sum(each["num_failures"] for each in told)
    seconds = one["last_request_timestamp"] - one["start_time"]
    return (
        one["num_requests"],
        failed,
        seconds,
        _later_than_most({float(k): v for k, v in one["response_times"].items()}),
    )


def _later_than_most(times: dict[float, int], share: float = 0.95) -> float:
    """How many milliseconds that share of all answers took at most."""
    left = share * sum(times.values())
    for milliseconds in sorted(times):
        left -= times[milliseconds]
        if left <= 0:
            return milliseconds
    return max(times, default=0.0)


def _figures(title: str, carried: dict[str, Carried]) -> list[Figure]:
    pages, worlds = carried["page"], carried["world"]
    failed = pages.failed + worlds.failed
    return [
        Figure(f"{title}: pages", f"{title}: страниц в секунду", pages.rate, "", digits=0),
        Figure(f"{title}: page_cpu", "  процессор на страницу, с базой", pages.each, "мс"),
        Figure(
            f"{title}: page_slow", "  девятнадцать из двадцати скорее, чем за", pages.slow, "мс", digits=0
        ),
        Figure(f"{title}: worlds", f"{title}: миров в секунду", worlds.rate, "", digits=0),
        Figure(f"{title}: world_cpu", "  процессор на мир, с базой", worlds.each, "мс"),
        Figure(f"{title}: failed", "  неудачных ответов", failed, "", 0, digits=0),
    ]
