"""Something to be found, wherever it is looked for; where it has a kind and words, a person might find it by them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from playwright.sync_api import Locator

from steps.screens.parts import Ground

Sought = Callable[[Ground], Locator]


@dataclass(frozen=True)
class Thing:
    """How strict eyes find it, what kind of thing it is and by which words a person knows it, the likeliest first."""

    strictly: Sought
    kind: str
    words: tuple[str, ...]

    def __call__(self, ground: Ground) -> Locator:
        """Where strict eyes find it."""
        return self.strictly(ground)

    def looked_for(self, strictly: Sought) -> Thing:
        """The same thing, found so by strict eyes."""
        return replace(self, strictly=strictly)
