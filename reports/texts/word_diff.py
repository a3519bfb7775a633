"""Two wordings of a sentence side by side: which words are the same, which went, which came."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

# A caption's quotes stay with its words: what changed is then the caption, not a letter in it.
_PIECE = re.compile(r"\s+|[\w-]+|[^\w\s]")


@dataclass(frozen=True)
class Piece:
    """A stretch of a wording, and whether the other one has it too."""

    text: str
    differs: bool


def word_diff(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return both wordings in pieces."""
    before, after = _PIECE.findall(old), _PIECE.findall(new)
    went: list[Piece] = []
    came: list[Piece] = []
    for word, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        went += _piece(before[start:end], word != "equal")
        came += _piece(after[first:last], word != "equal")
    return _joined(went), _joined(came)


def _piece(words: list[str], differs: bool) -> list[Piece]:
    return [Piece("".join(words), differs)] if words else []


def _joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Join what differs on both sides of a blank: a reader sees one change, not two."""
    joined: list[Piece] = []
    for number, piece in enumerate(pieces):
        last = number == len(pieces) - 1
        between = bool(joined) and joined[-1].differs and not last and pieces[number + 1].differs
        differs = piece.differs or (between and piece.text.isspace())
        if joined and joined[-1].differs == differs:
            joined[-1] = Piece(joined[-1].text + piece.text, differs)
        else:
            joined.append(Piece(piece.text, differs))
    return tuple(joined)
