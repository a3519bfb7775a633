"""Who is compared: how each is started, with how many workers, and what it needs."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.peers.installing import Workshop
from tests.bench.peers.writing import ROOT, Walked

OUT = "out"  # where ours writes, in the folder of the projects


@dataclass(frozen=True)
class Rival:
    """One row of the table: `command` gives the words that start it with so many workers, none if it cannot."""

    key: str
    title: str
    command: Callable[[Workshop, int], Sequence[str | Path]]
    ours: bool = False
    needs_node: bool = False
    variants: int = 1  # the most workers it can have


def ours(walked: Sequence[Walked]) -> list[Rival]:
    """Our rows: as a person runs it who says nothing, and with pictures of failures alone."""
    return [
        Rival("ours", "«Связка», как есть", _ours(walked), ours=True, variants=2),
        Rival(
            "ours_on_failure",
            "«Связка», снимки при неудаче",
            _ours(walked, "--evidence", "on-failure"),
            ours=True,
            variants=2,
        ),
    ]


def _ours(walked: Sequence[Walked], *keys: str) -> Callable[[Workshop, int], Sequence[str | Path]]:
    """Started by the Python a person types, not by that of our environment; of all cores says nothing of workers."""

    def command(_: Workshop, workers: int) -> Sequence[str | Path]:
        number = ["-n", str(workers)] if workers else []
        named = [each.address for each in walked]
        return [_base_python(), ROOT / "svyazka.py", "run", *named, *number, *keys, "--out", OUT]

    return command


def _base_python() -> Path:
    return Path(sys.base_prefix) / ("python.exe" if sys.platform == "win32" else "bin/python3")


def _pytest_bdd(shop: Workshop, workers: int) -> Sequence[str | Path]:
    spread = ["-n", str(workers)] if workers > 1 else ["-p", "no:xdist"]
    return [shop.python("pytest"), "-q", "-p", "no:cacheprovider", "pytest_bdd_variants.py", *spread]


def _robot(shop: Workshop, workers: int) -> Sequence[str | Path]:
    options = ["--outputdir", "robot-out", "--pythonpath", ".", "robot"]
    if workers > 1:
        return [shop.python("pabot"), "--processes", str(workers), *options]
    return [shop.python("robot"), *options]


def _cucumber_js(shop: Workshop, workers: int) -> Sequence[str | Path]:
    spread = ["--parallel", str(workers)] if workers > 1 else []
    return [shop.node_tool("cucumber-js"), "features/*.feature", "--require", "cucumber_steps.js", *spread]


def _playwright_bdd(shop: Workshop, workers: int) -> Sequence[str | Path]:
    """Two commands, as its guide says: features become tests, then these are run."""
    config = "playwright_bdd.config.js"
    generate = f"{shlex.quote(str(shop.node_tool('bddgen')))} -c {config}"
    test = f"{shlex.quote(str(shop.node_tool('playwright')))} test -c {config} --workers {max(workers, 1)}"
    return ["sh", "-c", f"{generate} && {test}"]


PEERS = (
    Rival("bare", "голый Playwright", lambda shop, _: [shop.python(), "bare.py"]),
    Rival("behave", "behave + Playwright", lambda shop, _: [shop.python("behave"), "-q", "--no-capture"]),
    Rival("pytest_bdd", "pytest-bdd + pytest-playwright", _pytest_bdd, variants=2),
    Rival("cucumber_js", "cucumber-js + Playwright", _cucumber_js, needs_node=True, variants=2),
    Rival("robot", "Robot Framework Browser", _robot, variants=2),
    Rival(
        "playwright_bdd",
        "playwright-bdd",
        _playwright_bdd,
        needs_node=True,
        variants=2,
    ),
)
