"""Which screen that was seen is which of a way's, whatever is written differently on it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reports.comparing.shown import ShownCaption, ShownScreen, Way
from reports.comparing.wording import has_words, plain, same
from reports.record.observation import Observation, SeenCaption, SeenScreen, alike

ENOUGH = 0.25  # half of what tells a screen from the others of its way, under another title
TITLES_WEIGHT = 0.5
Weights = Mapping[str, float]
SURELY = 0.5  # so much of a screen that is found already is that screen, come back to


@dataclass(frozen=True)
class Visit:
    """Everything seen of one screen of the walk, and where in the walk it stands first."""

    at: int
    system: str
    title: str
    captions: tuple[SeenCaption, ...]
    address: str = ""

    @property
    def called(self) -> str:
        """What people call it."""
        return self.title or self.address or self.system

    @cached_property
    def _texts(self) -> frozenset[str]:
        return frozenset(plain(one) for one in (self.title, *(each.text for each in self.captions)) if one)

    def has(self, caption: ShownCaption) -> bool:
        """Whether it shows what the simulator shows."""
        return plain(caption.text) in self._texts or any(same(caption.text, one) for one in self._texts)

    def is_still(self, later: Visit) -> bool:
        """Whether a later one is at the same screen, and in the same state."""
        called_alike = (self.system, self.title) == (later.system, later.title)
        return called_alike and alike(self._texts, later._texts)

    def joined(self, other: Visit) -> Visit:
        """The same screen, seen once more."""
        every = dict.fromkeys([*self.captions, *other.captions])
        return Visit(self.at, self.system, self.title, tuple(every), self.address)


@dataclass(frozen=True)
class Pair:
    """A screen of the way, by its place there, and what was seen of it."""

    place: int
    shown: ShownScreen
    visit: Visit
    score: float


@dataclass(frozen=True)
class Alignment:
    """A way beside a walk: what is the same screen, what only one of them has. Pairs stand in the walk's order."""

    way: Way
    pairs: tuple[Pair, ...]
    missing: tuple[ShownScreen, ...]
    extra: tuple[Visit, ...]

    @cached_property
    def moved(self) -> tuple[tuple[Pair, Pair], ...]:
        """The screens that come elsewhere than in the way, each with the one that it has passed."""
        kept = longest_rising([pair.place for pair in self.pairs])
        return tuple(self._passed(pair) for at, pair in enumerate(self.pairs) if at not in kept)

    def _passed(self, pair: Pair) -> tuple[Pair, Pair]:
        """The pair in question, and of those it has passed the one that is next to it in the way."""
        here = self.pairs.index(pair)
        passed = [
            one for at, one in enumerate(self.pairs) if (at < here) != (one.place < pair.place) and at != here
        ]
        return pair, min(passed, key=lambda one: abs(one.place - pair.place))

    @property
    def worth(self) -> float:
        """How much speaks for it being this way."""
        against = 0.5 * (len(self.missing) + len(self.extra)) + 0.25 * len(self.moved)
        return sum(pair.score for pair in self.pairs) - against


def visits_of(seen: Observation) -> list[Visit]:
    """The screens of a walk without what stood in the way and is known to; what came twice in a row is one."""
    found: list[Visit] = []
    for at, one in enumerate(seen.screens):
        visit = Visit(at, one.system, one.title, _told(one), one.address)
        if one.title in seen.detours or not (visit.captions or visit.title):
            continue
        if found and found[-1].is_still(visit):
            found[-1] = found[-1].joined(visit)
        else:
            found.append(visit)
    return found


def _told(screen: SeenScreen) -> tuple[SeenCaption, ...]:
    return tuple(one for one in screen.captions if has_words(one.text))


def weights_of(screens: Iterable[ShownScreen]) -> Weights:
    """How much each caption tells of which screen is in front: what many have tells nearly nothing."""
    read = {
        (plain(one.text), screen.system, screen.title.text) for screen in screens for one in screen.expected
    }
    return {text: 1 / number**2 for text, number in Counter(text for text, *_ in read).items()}


def aligned(
    way: Way, visits: Sequence[Visit], weights: Weights, titles: Collection[tuple[str, str]]
) -> Alignment:
    """Lay a way beside a walk; `titles` are those that the simulator's screens have, with their systems.

    What is called like one of them is no other screen under a new name.
    """
    scores = {
        (place, at): score
        for place, shown in enumerate(way.screens)
        for at, visit in enumerate(visits)
        if (score := _score(shown, visit, weights, titles)) >= ENOUGH
    }
    chosen = _chosen(scores, len(way.screens), len(visits))
    again = _seen_again(scores, chosen)
    pairs = []
    for place, at in sorted(chosen.items(), key=lambda one: one[1]):
        visit = visits[at]
        for other in (number for number, whose in again.items() if whose == place):
            visit = visit.joined(visits[other])
        pairs.append(Pair(place, way.screens[place], visit, scores[place, at]))
    return Alignment(way, tuple(pairs), _missing(way, chosen), _extra(way, visits, chosen, again))


def _score(shown: ShownScreen, visit: Visit, weights: Weights, titles: Collection[tuple[str, str]]) -> float:
    if shown.system != visit.system:
        return 0.0
    titled = bool(visit.title) and same(shown.title.text, visit.title)
    if not titled and (visit.system, plain(visit.title)) in titles:
        return 0.0
    worth = {one: weights[plain(one.text)] for one in shown.expected}
    whole = sum(worth.values()) or 1.0
    share = sum(weight for one, weight in worth.items() if visit.has(one)) / whole
    return TITLES_WEIGHT * titled + (1 - TITLES_WEIGHT) * share


def _chosen(scores: dict[tuple[int, int], float], screens: int, visits: int) -> dict[int, int]:
    """The best pairs first; of equal ones those that stand alike far into way and walk."""

    def rank(one: tuple[int, int]) -> tuple[float, float]:
        place, at = one
        return -round(scores[one], 3), abs(place / max(screens, 1) - at / max(visits, 1))

    chosen: dict[int, int] = {}
    for place, at in sorted(scores, key=rank):
        if place not in chosen and at not in chosen.values():
            chosen[place] = at
    return chosen


def _seen_again(scores: dict[tuple[int, int], float], chosen: dict[int, int]) -> dict[int, int]:
    """The visits that are one more of a screen that is found already: it was come back to."""
    again: dict[int, int] = {}
    for place, at in sorted(scores, key=lambda one: -scores[one]):
        if at not in chosen.values() and place in chosen and scores[place, at] >= SURELY:
            again.setdefault(at, place)
    return again


def _missing(way: Way, chosen: dict[int, int]) -> tuple[ShownScreen, ...]:
    """The screens that were passed over; before the first one and after the last one nobody may have been."""
    if not chosen:
        return ()
    return tuple(way.screens[place] for place in range(min(chosen), max(chosen)) if place not in chosen)


def _extra(
    way: Way, visits: Sequence[Visit], chosen: dict[int, int], again: dict[int, int]
) -> tuple[Visit, ...]:
    """What came between screens of the way, in its systems, and is none of it."""
    known, taken = {one.system for one in way.screens}, chosen.values()
    if not taken:
        return ()
    between: Iterator[int] = iter(range(min(taken), max(taken)))
    return tuple(
        visits[at] for at in between if at not in taken and at not in again and visits[at].system in known
    )


def longest_rising(numbers: Sequence[int]) -> set[int]:
    """Return the places of a longest rising choice among the numbers."""
    ends: list[int] = []
    lasts: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(lasts[length - 1] if length else -1)
        ends[length : length + 1] = [number]
        lasts[length : length + 1] = [at]
    found, at = set[int](), lasts[-1] if lasts else -1
    while at >= 0:
        found.add(at)
        at = before[at]
    return found
