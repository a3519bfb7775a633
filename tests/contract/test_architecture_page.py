"""The map of the project names what there is: every place it speaks of, every decision, nothing twice."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PLACE = re.compile(r"`((?:docs|features|fixtures|reports|sim_server|steps|tests)/[\w./-]*)`")
MADE = ("reports/out", "fixtures/known.ndjson", "fixtures/releases.ndjson")  # by a run or by people, in time


def test_every_place_is_there() -> None:
    named = {found for found in PLACE.findall(PAGE) if not found.startswith(MADE)}
    assert [place for place in sorted(named) if not (ROOT / place).exists()] == []


def test_every_decision_is_listed_under_its_title() -> None:
    titles = {
        f"{int(file.stem[:4])}. [{file.read_text('utf-8').splitlines()[0].partition('. ')[2]}](adr/{file.name})"
        for file in (ROOT / "docs" / "adr").glob("[0-9]*.md")
    }
    listed = {line for line in PAGE.splitlines() if re.match(r"\d+\. \[", line)}
    assert listed == titles


def test_no_row_of_a_table_stands_twice() -> None:
    tables = re.findall(r"(?:^\|.*\n)+", PAGE, re.MULTILINE)
    twice = [
        what
        for table in tables
        for what, times in Counter(row.split("|")[1].strip() for row in table.splitlines()).items()
        if times > 1
    ]
    assert twice == []
