"""The labels of a feature that no screen is known to have, without those that the scenario itself makes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from steps.labels.known import KnownLabels
from steps.language.binding import BoundStep
from steps.language.kinds import KINDS
from steps.lint.inspected import Inspected

ON_SCREENS = tuple(KINDS[name] for name in ("Label", "Screen", "Field", "Chat"))


@dataclass(frozen=True)
class Stranger:
    """A label that no screen has: where it stands, and the known one most like it, if any is."""

    step: BoundStep
    label: str
    nearest: str | None


def strangers(inspected: Inspected) -> Iterator[Stranger]:
    """Yield every such label of the feature once, if it is known what the screens have."""
    known = inspected.known.labels
    seen = set[tuple[int, str]]()
    for steps in inspected.bound.by_pickle.values() if known else ():
        own = _made_by(steps)
        for step in steps:
            for label in _on_screens(step):
                if known and (step.line, label) not in seen and _is_strange(label, own, known):
                    seen.add((step.line, label))
                    yield Stranger(step, label, known.nearest(label))


def _on_screens(step: BoundStep) -> list[str]:
    return [text for kind, text in step.places if any(kind is each for each in ON_SCREENS)]


def _made_by(steps: Sequence[BoundStep]) -> list[str]:
    """What the people of a scenario type, are called and have: screens show it, and no list knows it."""
    return [
        text
        for step in steps
        for kind, text in step.places
        if text and (step.type == "Context" or not any(kind is each for each in ON_SCREENS))
    ]


def _is_strange(label: str, own: Sequence[str], known: KnownLabels) -> bool:
    return not any(text in label or label in text for text in own) and not _is_made_of(label, known)


def _is_made_of(label: str, known: KnownLabels) -> bool:
    """Whether it is a label that is known, or several of them in a row, as those of a navigation bar are read."""
    if known.knows(label):
        return True
    cuts = (number for number, sign in enumerate(label) if sign == " ")
    return any(known.knows(label[:cut]) and _is_made_of(label[cut + 1 :], known) for cut in cuts)
