"""What a repeat of a failed scenario, made for its trace, adds to the record of the first time.

It is no second attempt in Cucumber's sense: that would say the first does not count. The attachment has its
own status and seed, so that a repeat that ends otherwise is seen, and the verdict stays what it was.
"""

import json
from collections.abc import Iterable

from reports.record.evidence import Evidence, Piece
from reports.record.vocabulary import REPEAT_TYPE, TRACE_TYPE, WORLD_TYPE


class Repeat:
    """What a repeat brings, from its first step to its end."""

    def __init__(self) -> None:
        self._traces: list[Evidence] = []
        self._seed: int | None = None

    def take(self, evidence: Iterable[Evidence]) -> None:
        """Keeps the traces and the seed; the rest was seen the first time."""
        for piece in evidence:
            if piece.media_type == TRACE_TYPE:
                self._traces.append(piece)
            elif piece.media_type == WORLD_TYPE:
                self._seed = json.loads(piece.body).get("seed")

    def told(self, status: str, reason: str) -> list[Evidence]:
        """Returns what goes into the record of the first time: how the repeat ended, then its traces."""
        body = json.dumps({"status": status, "reason": reason, "seed": self._seed}, ensure_ascii=False)
        return [Piece(REPEAT_TYPE, body.encode(), "repeat.json"), *self._traces]
