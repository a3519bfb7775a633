"""Labels of a document that no screen of the run has, each with the caption that it was probably meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process

from reports.record.facts import ActionDone, ScreenSeen
from reports.record.run import Run

ALIKE = 70  # hundredths from which on a caption may be the one that was meant
PRESSED = ("press", "press_twice")
DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class Unseen:
    """A label that no screen had; `nearest` is empty where none is alike, `screen` is where that one was."""

    label: str
    nearest: str = ""
    screen: str = ""

    def __str__(self) -> str:
        if self.nearest:
            return f"надписи «{self.label}» нет ни на одном экране прогона, ближе всех «{self.nearest}»" + (
                f" на экране «{self.screen}»" if self.screen and self.screen != self.nearest else ""
            )
        return f"надписи «{self.label}» нет ни на одном экране прогона"


class Captions:
    """All captions that screens of a run had."""

    def __init__(self, run: Run) -> None:
        """Take in what was listed of every screen, what was pressed, and what sentences found."""
        self._screens: dict[str, str] = {}
        for screen, caption in _seen(run):
            self._screens.setdefault(caption, screen)

    def __bool__(self) -> bool:
        """Whether the run tells of any: one that kept no evidence does not."""
        return bool(self._screens)

    def unseen(self, labels: Iterable[str]) -> tuple[Unseen, ...]:
        """Return those of the labels that no screen had, each once."""
        return tuple(self._told(label) for label in dict.fromkeys(labels) if not self.knows(label))

    def knows(self, label: str) -> bool:
        """Say whether a screen had the caption: to the letter, but for numbers, and quoted within a line too."""
        return label in self._screens or _bare(label) in self._bare or f"«{label}»" in self._lines

    def _told(self, label: str) -> Unseen:
        best = process.extractOne(label.lower(), self._lowered, scorer=fuzz.ratio, score_cutoff=ALIKE)
        nearest = best[2] if best else self._longer(label)
        return Unseen(label, nearest, self._screens[nearest]) if nearest else Unseen(label)

    def _longer(self, label: str) -> str:
        """Return the shortest caption that begins with the label: «Вход для сотрудников» for «Вход»."""
        begun = [one for one, low in self._lowered.items() if low.startswith(f"{label.lower()} ")]
        return min(begun, key=len, default="")

    @cached_property
    def _lowered(self) -> dict[str, str]:
        return {caption: caption.lower() for caption in self._screens}

    @cached_property
    def _bare(self) -> frozenset[str]:
        return frozenset(map(_bare, self._screens))

    @cached_property
    def _lines(self) -> str:
        return "\n".join(self._screens)


def _bare(caption: str) -> str:
    """A caption without its numbers, which differ from person to person."""
    return DIGITS.sub("0", " ".join(caption.split()))


def _seen(run: Run) -> Iterator[tuple[str, str]]:
    for scenario in run.scenarios:
        for seen in scenario.facts(ScreenSeen):
            yield from ((seen.screen, caption) for caption in _on(seen))
        for done in scenario.facts(ActionDone):
            if done.verb in PRESSED and done.label:
                yield done.before.screen, done.label


def _on(seen: ScreenSeen) -> Sequence[str]:
    listed = [caption for captions in (seen.labels or {}).values() for caption in captions]
    return [
        caption for caption in (seen.screen, *listed, *(one.label for one in seen.quoted or ())) if caption
    ]
