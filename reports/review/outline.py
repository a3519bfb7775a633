"""What a document of an unknown system says: its actions, labels, warnings and forks."""

from __future__ import annotations

from dataclasses import dataclass

from reports.review.reviewing import Review, Row, State
from reports.texts.kinds import SentenceKind


@dataclass(frozen=True)
class Outline:
    """Rows by what they do; `labels` each with the first row that quotes it, `forks` with what stands under each."""

    actions: tuple[Row, ...]
    warnings: tuple[Row, ...]
    labels: dict[str, Row]
    forks: dict[str, tuple[Row, ...]]


def outline_of(done: Review) -> Outline:
    """Gather what can be said of a document without knowing its system."""
    said = [row for row in done.rows if row.state is not State.QUIET]
    labels = {label.mended: row for row in reversed(said) for label in row.sentence.labels}
    names = dict.fromkeys(row.fork for row in said if row.fork)
    return Outline(
        tuple(row for row in said if row.kind is SentenceKind.ASKS),
        tuple(row for row in said if row.kind is SentenceKind.WARNS),
        dict(reversed(labels.items())),
        {name: tuple(row for row in said if row.fork == name) for name in names},
    )
