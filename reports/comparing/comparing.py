"""A walk that somebody observed beside a journal's ways in the simulator and the clauses of an instruction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from reports.comparing.aligning import Alignment, Visit, aligned, visits_of, weights_of
from reports.comparing.captions import differing
from reports.comparing.finding import (
    NOTHING,
    Assumption,
    Comparison,
    ExtraScreen,
    Lacking,
    MissingScreen,
    Moved,
    MovedField,
    Promise,
    Reworded,
    Unknown,
)
from reports.comparing.shown import Shown, ShownCaption, ShownScreen, Way
from reports.comparing.wording import has_words, plain, same
from reports.record.clauses import Clause
from reports.record.observation import Observation

# Captions that a screen is known to have at any time, by its system and title.
KnownCaptions = Mapping[tuple[str, str], Collection[str]]
JOURNEY = "vk_id.journey"
VK_ID = "vk_id"
T = TypeVar("T")


class NothingAlike(ValueError):
    """The walk has nothing of any way of the journal; the message is Russian."""


def compare(
    seen: Observation, shown: Shown, clauses: Collection[Clause] = (), known: KnownCaptions | None = None
) -> Comparison:
    """Return what differs from the way that the walk is most like; raise NothingAlike.

    Where the observation says in which situation the person was, only the ways of such people count.
    """
    visits = visits_of(seen)
    titles = {
        (system, plain(title))
        for system, title in [
            *((one.system, one.title.text) for one in shown.screens()),
            *shown.titles,
            *(known or {}),
        ]
    }
    weights = weights_of(shown.screens())
    ways = (
        aligned(way, visits, weights, titles) for way in shown.ways if seen.situation in ("", way.situation)
    )
    best = max(ways, key=lambda one: one.worth, default=None)
    if best is None or not best.pairs:
        raise NothingAlike(
            f"В наблюдении нет ни одного экрана с пути журнала «{shown.name}»: сравнивать не с чем."
        )
    return _Comparing(best, shown, tuple(clauses), known or {}, titles).comparison(len(visits))


class _Comparing:
    """One walk beside the way that it is most like."""

    def __init__(
        self,
        found: Alignment,
        shown: Shown,
        clauses: tuple[Clause, ...],
        known: KnownCaptions,
        titles: Collection[tuple[str, str]],
    ) -> None:
        self._found, self._shown, self._clauses = found, shown, clauses
        self._known, self._titles = known, titles
        self._screens = [
            (pair.shown, differing(pair.shown, pair.visit, self._at_times(pair.shown)))
            for pair in found.pairs
        ]

    def comparison(self, screens: int) -> Comparison:
        """Put together all that was found."""
        found = self._found
        assumptions = tuple(self._assumptions())
        told = {one.key for one in assumptions}
        return Comparison(
            self._shown.journal,
            self._shown.name,
            found.way.words,
            screens,
            reworded=tuple(_gathered(self._reworded(), lambda one: (one.shown, one.seen))),
            missing=tuple(self._missing(one) for one in found.missing),
            extra=tuple(self._extra(one) for one in found.extra),
            moved=tuple(
                Moved(pair.shown.title.text, other.shown.title.text, pair.place > other.place)
                for pair, other in found.moved
            ),
            fields=tuple(self._moved_fields()),
            lacking=tuple(_gathered(self._lacking(), lambda one: one.shown)),
            unknown=tuple(_gathered(self._unknown(), lambda one: one.seen)),
            assumptions=assumptions,
            unseen=sum(not any(_within(key, one) for key in told) for one in self._shown.assumed),
        )

    def _at_times(self, screen: ShownScreen) -> Collection[str]:
        """What is read on a screen of this name at other times, or by others: that is no news."""
        called = screen.system, screen.title.text
        others = (one for one in self._shown.screens() if (one.system, one.title.text) == called)
        return {*self._known.get(called, ()), *(caption.text for one in others for caption in one.said)}

    def _reworded(self) -> Iterator[Reworded]:
        for screen, one in self._screens:
            for caption, seen in one.reworded:
                told = caption.kind, caption.text, seen, caption.key, (screen.title.text,)
                promise, of_seen = self._promise(caption.text), self._promise(seen)
                kept = of_seen.printed and not promise.printed
                yield Reworded(*told, of_seen if kept else promise, kept)

    def _lacking(self) -> Iterator[Lacking]:
        for screen, one in self._screens:
            for caption in one.lacking:
                told = caption.kind, caption.text, caption.key, (screen.title.text,)
                yield Lacking(*told, self._promise(caption.text))

    def _unknown(self) -> Iterator[Unknown]:
        for screen, one in self._screens:
            yield from (Unknown(each.kind, each.text, (screen.title.text,)) for each in one.unknown)

    def _moved_fields(self) -> Iterator[MovedField]:
        for screen, one in self._screens:
            for caption, other, earlier in one.moved:
                yield MovedField(caption.text, other.text, earlier, screen.title.text)

    def _missing(self, screen: ShownScreen) -> MissingScreen:
        named = [
            clause for one in (screen.title, *screen.expected) for clause in self._promise(one.text).clauses
        ]
        elsewhere = {clause for one in self._common() for clause in self._promise(one).clauses}
        told = tuple(dict.fromkeys(one for one in named if one not in elsewhere))
        return MissingScreen(screen.title.text, screen.system, told)

    def _common(self) -> set[str]:
        """The captions that other screens of the way have too: no clause promises this screen by them."""
        missing = {id(one) for one in self._found.missing}
        others = (one for one in self._found.way.screens if id(one) not in missing)
        return {caption.text for screen in others for caption in (screen.title, *screen.expected)}

    def _extra(self, visit: Visit) -> ExtraScreen:
        elsewhere = (visit.system, plain(visit.title)) in self._titles
        return ExtraScreen(visit.called, visit.system, elsewhere, visit.at)

    def _promise(self, text: str) -> Promise:
        if not has_words(text):
            return Promise()
        naming = [clause for clause in self._clauses if any(same(text, label) for label in clause.named)]
        printed = any(same(text, label) for clause in naming for label in clause.labels)
        return Promise(tuple(clause.id for clause in naming), printed)

    def _assumptions(self) -> Iterator[Assumption]:
        """The guesses that the walk came to, each once; one that was seen otherwise anywhere is wrong."""
        wrong = [
            Assumption(caption.key, caption.text, seen, right=False)
            for _, one in self._screens
            for caption, seen in one.reworded
            if self._is_guess(caption)
        ]
        right = [
            Assumption(caption.key, caption.text, caption.text, right=True)
            for _, one in self._screens
            for caption in one.agreed
            if self._is_guess(caption)
        ]
        every = [*wrong, *right, *self._of_order()]
        yield from {one.key: one for one in reversed(every)}.values()

    def _is_guess(self, caption: ShownCaption) -> bool:
        return bool(caption.key) and self._shown.is_assumed(caption.key)

    def _of_order(self) -> Iterator[Assumption]:
        """Whether VK ID's screens came as they are guessed to."""
        way = self._found.way
        key = f"{JOURNEY}.{way.case}"
        if not self._shown.is_assumed(key) or not any(pair.shown.screen for pair in self._found.pairs):
            return
        seen = [pair.visit for pair in self._found.pairs if pair.shown.screen] + [
            one for one in self._found.extra if one.system == VK_ID
        ]
        told = " → ".join(one.called for one in sorted(seen, key=lambda one: one.at)) or NOTHING
        guessed = [one.title.text for one in _of_vk_id(way)]
        yield Assumption(key, " → ".join(guessed), told, right=self._order_is_right())

    def _order_is_right(self) -> bool:
        found = self._found
        passed_over = any(one.screen for one in found.missing) or any(
            one.system == VK_ID for one in found.extra
        )
        return not passed_over and not any(pair.shown.screen for pair, _ in found.moved)


def _of_vk_id(way: Way) -> list[ShownScreen]:
    return [one for one in way.screens if one.screen]


def _within(key: str, guess: str) -> bool:
    return key == guess or key.startswith(f"{guess}.")


OnScreens = TypeVar("OnScreens", bound=Reworded | Lacking | Unknown)


def _gathered(found: Iterable[OnScreens], same_as: Callable[[OnScreens], object]) -> Iterator[OnScreens]:
    """The same difference on several screens is one."""
    gathered: dict[object, OnScreens] = {}
    for one in found:
        first: OnScreens = gathered.setdefault(same_as(one), one)
        gathered[same_as(one)] = replace(first, on=tuple(dict.fromkeys([*first.on, *one.on])))
    yield from gathered.values()
