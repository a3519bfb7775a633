"""Where a caption comes from that proves something: the source prints it, somebody saw it, or we assume it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from enum import StrEnum

from reports.record.clauses import Clause

# A source prints an address of mail as an example; people we invent have theirs where no mail is ever delivered.
_SAMPLE_HOST = re.compile(r"(?<=\*\*\*@)[\w.-]+\w")


class Origin(StrEnum):
    """The three there are."""

    SOURCE = "source"
    OBSERVED = "observed"
    ASSUMED = "assumed"


def origin(caption: str, clause: Clause, printed: Collection[str] = ()) -> Origin | None:
    """Return where a caption comes from that proves the clause; None if nobody has said.

    `printed` is what the clause's instruction prints elsewhere.
    """
    named = (
        (Origin.SOURCE, clause.labels),
        (Origin.OBSERVED, clause.observed),
        (Origin.ASSUMED, clause.assumed),
        (Origin.SOURCE, printed),
    )
    return next((kind for kind, captions in named if is_among(caption, captions)), None)


def is_among(caption: str, captions: Iterable[str]) -> bool:
    """Tell whether the caption is one of these, to the letter; only where a sample's mail lies is left aside."""
    return caption in captions or _blurred(caption) in map(_blurred, captions)


def is_quoted(label: str, text: str) -> bool:
    """Tell whether the text has the label in its «ёлочки»."""
    return _blurred(f"«{label}»") in _blurred(text)


def _blurred(caption: str) -> str:
    return _SAMPLE_HOST.sub("…", caption)
