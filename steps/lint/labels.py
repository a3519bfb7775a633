"""The labels of a feature that no screen is known to have, without those that the scenario itself makes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from steps.language.binding import Bound, BoundStep
from steps.language.kinds import KINDS
from steps.lint.known import Basis

ON_SCREENS = tuple(KINDS[name] for name in ("Label", "Screen", "Field", "Chat"))


@dataclass(frozen=True)
class Stranger:
    """A label that no screen has: where it stands, and the known one most like it, if any is."""

    step: BoundStep
    label: str
    nearest: str | None


def strangers(bound: Bound, known: Basis) -> Iterator[Stranger]:
    """Yield every such label of the feature once, if it is known what the screens have."""
    for step, label in captions_of(bound) if known.labels else ():
        if not known.has_label(label):
            yield Stranger(step, label, known.nearest_label(label))


def captions_of(bound: Bound) -> Iterator[tuple[BoundStep, str]]:
    """Yield what the steps name of screens, each once in a line, without what the scenarios make themselves."""
    seen = set[tuple[int, str]]()
    for steps in bound.by_pickle.values():
        for step in steps:
            for label in _on_screens(step):
                if (step.line, label) not in seen and not _is_made_by(steps, label):
                    seen.add((step.line, label))
                    yield step, label


def _on_screens(step: BoundStep) -> list[str]:
    return [text for kind, text in step.places if any(kind is each for each in ON_SCREENS)]


def _is_made_by(steps: Sequence[BoundStep], label: str) -> bool:
    """What the people of a scenario type, are called and have: screens show it, and no list knows it."""
    made = (
        text
        for step in steps
        for kind, text in step.places
        if text and (step.type == "Context" or not any(kind is each for each in ON_SCREENS))
    )
    return any(text in label or label in text for text in made)
