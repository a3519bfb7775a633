"""Who gets what of a whole that is carried out in parts: the same answer on every machine."""

from __future__ import annotations

import re
from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reports.record.durations import Durations

USUAL_DURATIONS = "fixtures/durations.json"


def shard(text: str) -> tuple[int, int]:
    """Read «2/4»: the second part of four; raises ValueError, its message is Russian."""
    said = re.fullmatch(r"(\d{1,5})/(\d{1,5})", text.strip())
    number, of = map(int, said.groups()) if said else (0, 0)
    if not 1 <= number <= of:
        raise ValueError(f"часть называют так: 2/4 — вторая из четырёх, а не «{text}»")
    return number, of


def split(durations: Durations, identities: Sequence[str], of: int) -> dict[str, int]:
    """Return the part of each scenario: the longest first, each to the part that has least to do so far."""
    loads = [(0, number) for number in range(1, of + 1)]  # whole milliseconds: sums are the same everywhere
    heapify(loads)
    lasting = {identity: round(durations.of(identity) * 1000) for identity in identities}
    parts = {}
    for identity in sorted(lasting, key=lambda each: (-lasting[each], each)):
        load, number = heappop(loads)
        parts[identity] = number
        heappush(loads, (load + lasting[identity], number))
    return parts
