"""What a repeat of a failed scenario, made for its trace, adds to the record of the first time.

It is no second attempt in Cucumber's sense: that would say the first does not count. The attachment has its
own status and seed, so that a repeat that ends otherwise is seen, and the verdict stays what it was.
"""

from collections.abc import Iterable

from reports.record.facts import TRACE_TYPE, Piece, RepeatTold, WorldTold, facts_among


class Repeat:
    """What a repeat brings, from its first step to its end."""

    def __init__(self) -> None:
        self._traces: list[Piece] = []
        self._seed: int | None = None

    def take(self, evidence: Iterable[Piece]) -> None:
        """Keep the traces and the seed; the rest was seen the first time."""
        pieces = list(evidence)
        self._traces += [piece for piece in pieces if piece.media_type == TRACE_TYPE]
        for world in facts_among(((piece.media_type, piece.body) for piece in pieces), WorldTold):
            self._seed = world.seed

    def outcome(self, status: str, reason: str) -> list[Piece]:
        """Return what goes into the record of the first time: how the repeat ended, then its traces."""
        return [Piece.of(RepeatTold(status, reason, self._seed), "repeat.json"), *self._traces]
