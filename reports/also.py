"""What runs on other stands, or at other times, found out: read from the folders that a report is asked to join."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from reports.model import load_model
from reports.record.folder import KNOWN, REPORT, STREAM
from reports.record.knowledge import Known, LedgerUnsound, read_ledger
from reports.record.stored import RecordMissing, RecordUnreadable, read_record


def read_also(places: Iterable[Path], own: Path) -> tuple[Known, ...]:
    """Return all that is known in these folders of results, or files of records; `own` may not be one of them.

    Raises RecordUnreadable and LedgerUnsound.
    """
    found: list[Known] = []
    for place in places:
        if place.resolve() == own.resolve():
            raise RecordUnreadable(f"Прогон в «{own}» в отчёте и так есть: уберите его из --also")
        found += _known_in(place)
    return tuple(found)


def _known_in(place: Path) -> Sequence[Known]:
    if place.is_file():
        return read_ledger(place)
    kept, stream = place / REPORT / KNOWN, place / STREAM
    if kept.is_file() and not (stream.is_file() and stream.stat().st_mtime > kept.stat().st_mtime):
        return _said(kept)
    try:
        return list(load_model(read_record(place), place).known.values())
    except RecordMissing:
        raise RecordMissing(
            f"В «{place}» нет ни отчёта, ни записей прогона. После --also называют папки результатов: reports/out"
        ) from None


def _said(kept: Path) -> Sequence[Known]:
    """What the run said of each clause when its report was made: of the sentences as they were then."""
    known = read_ledger(kept)
    if not known:
        raise LedgerUnsound(
            f"{kept}: ни одной записи. Сделать их: python3 svyazka.py report --out {kept.parents[1]}"
        )
    return known
