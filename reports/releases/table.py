"""The ledger in a terminal: releases with their counts, what changed in the last one, the history of a clause."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from reports.coverage import Verdict
from reports.layout import VERDICTS
from reports.record.printable import printable
from reports.releases.statuses import Change, Column, Statuses
from reports.russian import day

SHOWN = (
    Verdict.CONFIRMED,
    Verdict.DIFFERS,
    Verdict.KNOWN,
    Verdict.CEASED,
    Verdict.UNCHECKED,
    Verdict.UNCHECKABLE,
)
CHANGES_AT_MOST = 40


def overview(statuses: Statuses, width: int) -> list[str]:
    """Return a line for each release on each stand, and what the last release on each stand changed."""
    told = _table(statuses)
    for column in _last_of_each_place(statuses):
        told += _changes(statuses, column, width)
    return [printable(line) for line in told]


def histories(statuses: Statuses, clauses: Sequence[str], width: int) -> list[str]:
    """Return what was known of each of these clauses, release by release."""
    told: list[str] = []
    for clause in clauses:
        told.append(clause)
        for column, known in statuses.history(clause):
            seen = f": {known.seen}" if known.seen else ""
            told += _wrapped(f"{_named(column)}: {_word(Verdict(known.verdict))}{seen}", width)
    return [printable(line) for line in told]


def named(statuses: Statuses, wanted: str) -> list[str]:
    """Return the clauses that are called so, or begin with it: «perm.v1» means «perm.v1.3» too, «perm.v10.1» not."""
    return [one for one in statuses.clauses if one == wanted or one.startswith(f"{wanted}.")]


def _table(statuses: Statuses) -> list[str]:
    head = ("выпуск", "стенд", "день", *(VERDICTS[one][0] for one in SHOWN))
    rows = [head, *(_row(statuses, column) for column in statuses.columns)]
    widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    lines = [
        "  ".join(cell.ljust(size) for cell, size in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
    legend = ", ".join(f"{VERDICTS[one][0]}\u00a0{VERDICTS[one][1]}" for one in SHOWN)
    return [*lines, "", *textwrap.wrap(legend, max(sum(widths) + 2 * len(widths), 60))]


def _row(statuses: Statuses, column: Column) -> tuple[str, ...]:
    counts = statuses.counts(column)
    return column.release, column.place, day(column.day), *(str(counts[one]) for one in SHOWN)


def _last_of_each_place(statuses: Statuses) -> list[Column]:
    return list({column.place: column for column in statuses.columns}.values())


def _changes(statuses: Statuses, column: Column, width: int) -> Iterator[str]:
    before = statuses.before(column)
    if before is None:
        return
    changes = statuses.changes(column)
    yield ""
    yield f"Выпуск {column.release} после {before.release}, {column.place}. Другой вердикт у пунктов: {len(changes)}"
    for change in changes[:CHANGES_AT_MOST]:
        yield from _wrapped(_change(change), width)
    if len(changes) > CHANGES_AT_MOST:
        yield f"  … и ещё {len(changes) - CHANGES_AT_MOST}"


def _change(change: Change) -> str:
    seen = f": {change.seen}" if change.seen else ""
    return f"{change.clause}: был {_word(change.before)}, стал {_word(change.now)}{seen}"


def _named(column: Column) -> str:
    return f"{column.release}, {column.place}, {day(column.day)}"


def _word(verdict: Verdict) -> str:
    return f"{VERDICTS[verdict][0]} {VERDICTS[verdict][1]}"


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, initial_indent="  ", subsequent_indent="    ", break_long_words=False)
