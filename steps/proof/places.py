"""Which scenarios come to the place of a defect, and in which order they are tried."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from fixtures.control import Touched
from reports.record.kills import CAPTION, Defect
from reports.record.outline import spoken
from steps.runner.items import ScenarioItem

NEVER = 10_000
VARYING = re.compile(r"\d:\d|@")  # on a screen it stands with another time, or of another person


class Places:
    """The scenarios, by what they say and by what they have come across.

    What they only arrange they do not say: a «Дано» that fails is no finding.
    """

    def __init__(self, items: Sequence[ScenarioItem]) -> None:
        """Know what they say."""
        self.items = {item.identity: item for item in items}
        judging = {item.identity: [one for one in item.steps if one["type"] != "Context"] for item in items}
        self._said = {name: [spoken(step) for step in steps] for name, steps in judging.items()}
        self._clauses = {name: [step["clauses"] for step in steps] for name, steps in judging.items()}
        self._turn = dict(_turns(items))

    def candidates(
        self, defect: Defect, touching: Collection[str] | None, catchers: Collection[str]
    ) -> list[ScenarioItem]:
        """Return whoever comes to the place (everybody, where that is not known), the most promising first.

        First who has noticed it before, then who speaks of it, the sooner the better, then one of each file by turns.
        """
        coming = [name for name in self.items if touching is None or name in touching]
        ranked = sorted(coming, key=lambda name: self._rank(name, defect, catchers))
        return [self.items[name] for name in ranked]

    def speaks_of(self, item: ScenarioItem, defect: Defect) -> bool:
        """Say whether a step of it carries a clause of the defect or quotes a caption of it."""
        return self._first_mention(item.identity, defect) < NEVER

    def _rank(self, name: str, defect: Defect, catchers: Collection[str]) -> tuple[bool, int, int]:
        return name not in catchers, self._first_mention(name, defect), self._turn[name]

    def _first_mention(self, name: str, defect: Defect) -> int:
        """The number of the first step that carries a clause of the defect or quotes a caption of it."""
        quoted = [f"«{label}»" for label in defect.labels]
        steps = zip(self._said[name], self._clauses[name], strict=True)
        for number, (said, clauses) in enumerate(steps):
            if not set(defect.breaks).isdisjoint(clauses) or any(label in said for label in quoted):
                return number
        return NEVER


def _turns(items: Sequence[ScenarioItem]) -> Iterator[tuple[str, int]]:
    """Each scenario with its place in its file: those first in theirs come before all that are second."""
    seen: Counter[str] = Counter()
    for item in items:
        yield item.identity, seen[item.document.uri]
        seen[item.document.uri] += 1


def touching(defects: Sequence[Defect], seen: Mapping[str, Touched]) -> dict[str, set[str]]:
    """Return for each defect the scenarios whose worlds could have shown it."""
    found: dict[str, set[str]] = {one.id: set() for one in defects}
    captions = {one.id: one.labels[0] for one in defects if one.id.startswith(CAPTION)}
    for name, touched in seen.items():
        for defect in touched.defects:
            found.setdefault(defect, set()).add(name)
        texts = "\n".join(touched.texts)
        for defect, label in captions.items():
            if VARYING.search(label) or label in texts:
                found[defect].add(name)
    return found
