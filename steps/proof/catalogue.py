"""What is tried: the defects the simulator knows, harmless changes, and one defect for each caption of a clause."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from fixtures.clauses import clause_labels
from fixtures.control import Control
from reports.record.freshness import caption_fingerprint, captions
from reports.record.kills import CAPTION, Defect


def all_defects(control: Control) -> list[Defect]:
    """Return everything there is to try."""
    return [*map(Defect.read, control.defects()), *caption_defects()]


def caption_defects() -> Iterator[Defect]:
    """Yield for each caption that any clause names the defect that it reads otherwise."""
    for label, clauses in captions(clause_labels()).items():
        says = f"Вместо надписи «{label}» человек видит другую."
        known_by = caption_fingerprint(clauses)
        yield Defect(CAPTION + label, says, "надпись", False, clauses, (label,), known_by)


def chosen_by_day(defects: Iterable[Defect], day: str, number: int) -> list[Defect]:
    """Return so many of them, others each day, and on one day the same everywhere."""
    return sorted(defects, key=lambda one: hashlib.sha256(f"{day}/{one.id}".encode()).digest())[:number]
