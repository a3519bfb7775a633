"""What is tried: the defects the simulator knows, harmless changes, and one defect for each caption of a clause."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from fixtures.clauses import clause_labels
from fixtures.control import Control
from reports.record.kills import CAPTION, Defect

ADDRESS = "://"


def all_defects(control: Control) -> list[Defect]:
    """Return everything there is to try."""
    told = (Defect(**vars(one)) for one in control.defects())
    return [*told, *caption_defects()]


def caption_defects() -> Iterator[Defect]:
    """Yield for each caption that any clause names the defect that it reads otherwise; an address is none."""
    by_label: dict[str, list[str]] = {}
    for clause, labels in sorted(clause_labels().items()):
        for label in labels:
            by_label.setdefault(label, []).append(clause)
    for label, clauses in sorted(by_label.items()):
        if ADDRESS not in label:
            says = f"Вместо надписи «{label}» человек видит другую."
            known_by = hashlib.sha256(" ".join(clauses).encode()).hexdigest()[:12]
            yield Defect(CAPTION + label, says, "надпись", False, tuple(clauses), (label,), known_by)


def chosen_by_day(defects: Iterable[Defect], day: str, number: int) -> list[Defect]:
    """Return so many of them, others each day, and on one day the same everywhere."""
    return sorted(defects, key=lambda one: hashlib.sha256(f"{day}/{one.id}".encode()).digest())[:number]
