"""A step that somebody has written out in words."""

from __future__ import annotations

from steps.recording.entry import GIVEN, THEN, WHEN, Step
from steps.recording.stage import Vocabulary

KINDS = {
    "Дано": GIVEN,
    "Допустим": GIVEN,
    "Пусть": GIVEN,
    "Когда": WHEN,
    "Если": WHEN,
    "Тогда": THEN,
    "То": THEN,
    "Затем": THEN,
}
GOING_ON = ("И", "А", "Но")


def spoken(text: str, vocabulary: Vocabulary) -> Step:
    """The step that was meant: with its keyword, or without one whatever it can be, an action first."""
    first, _, rest = " ".join(text.split()).partition(" ")
    if first in KINDS:
        return Step(KINDS[first], rest)
    words = rest if first in GOING_ON else f"{first} {rest}".strip()
    likely = [Step(kind, words) for kind in (WHEN, THEN, GIVEN)]
    return next((step for step in likely if vocabulary.misfit(step) is None), likely[0])
