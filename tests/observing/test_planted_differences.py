"""What is planted in the simulator's own files is found, all of it and nothing else; on many orders and wordings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reports.comparing.comparing import compare
from reports.comparing.finding import Comparison
from reports.comparing.shown import Shown
from reports.record.clauses import load_instructions
from sim_server.domain.database import Database
from sim_server.domain.sign_ins import Situation
from sim_server.showing.telling import ways_of
from tests.observing.planting import CASE, JOURNAL, Planted, as_seen, plant

SEEDS = range(4)


def told(found: Comparison) -> dict[str, Any]:
    """Everything that was found, in the terms of what was planted."""
    return {
        "reworded": {(one.shown, one.seen) for one in found.reworded},
        "missing": {one.title for one in found.missing},
        "extra": {one.title for one in found.extra},
        "exchanged": {title for one in found.moved for title in (one.title, one.other)},
        "else": [*found.fields, *found.lacking, *found.unknown],
    }


def expected(planted: Planted) -> dict[str, Any]:
    return {
        "reworded": {*planted.reworded},
        "missing": {*planted.missing},
        "extra": {planted.extra},
        "exchanged": {*planted.exchanged},
        "else": [],
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_ten_planted_differences_are_found_and_nothing_else(
    database: Database, shown: Shown, tmp_path: Path, seed: int
) -> None:
    planted = plant(shown, tmp_path, seed)
    live = Shown.read(ways_of(database, JOURNAL, planted.sites, [Situation(CASE)]))

    found = compare(as_seen(live.ways[0]), shown, load_instructions()["perm"].clauses)

    assert told(found) == expected(planted)


def test_nothing_is_found_on_any_unchanged_way(shown: Shown) -> None:
    for way in shown.ways:
        found = compare(as_seen(way), shown, load_instructions()["perm"].clauses)
        assert (found.way, found.findings) == (way.words, ())
