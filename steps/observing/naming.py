"""What screens are called on a stand where nothing is called so: found by what is read on them, kept in its file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import tomlkit

from fixtures.stand import Stand
from reports.record.masks import COVER
from reports.record.observation import Observation, SeenScreen
from steps.labels.blanks import blanked
from steps.labels.known import KnownLabels, Screen

SURE = 0.5  # so much of what tells a screen from others is read there
TABLE = "screens"


@dataclass(frozen=True)
class Naming:
    """A screen that scenarios call `known`, and what it is called here."""

    known: str
    here: str


def namings(seen: Observation, stand: Stand, labels: KnownLabels) -> Iterator[Naming]:
    """Yield the screens that are called otherwise here, each once; what the stand says already is left out."""
    told = {title for titles in stand.screens.values() for title in titles} | {*stand.detours}
    found: dict[str, Naming] = {}
    taken = {one.title for one in seen.screens}
    for screen in seen.screens:
        of_system = [one for one in labels.screens if one.system == screen.system]
        if screen.title in told or COVER in screen.title or _is_known(screen.title, of_system):
            continue
        likeliest = _likeliest(screen, of_system)
        if likeliest and likeliest.title not in taken and screen.title:
            found.setdefault(screen.title, Naming(likeliest.title, screen.title))
    yield from found.values()


def named(text: str, naming: Naming) -> str:
    """Return the stand's file with the name in it; comments and all else stay."""
    table = tomlkit.parse(text)
    if TABLE not in table:
        table[TABLE] = tomlkit.table()
    screens = table[TABLE]
    before = screens.get(naming.known)
    several = [*([before] if isinstance(before, str) else before or []), naming.here]
    screens[naming.known] = several[0] if len(several) == 1 else several
    return tomlkit.dumps(table)


def _is_known(title: str, screens: Iterable[Screen]) -> bool:
    return any(one.title in (title, blanked(title)) for one in screens)


def _likeliest(screen: SeenScreen, known: list[Screen]) -> Screen | None:
    """The known screen that has most of what is read on this one and hardly anywhere else."""
    read = {blanked(one.text) for one in screen.captions}
    spread = Counter(caption for one in known for caption in {*one.captions})
    worth = {caption: 1 / spread[caption] ** 2 for caption in read if spread[caption]}
    whole = sum(worth.values()) + len([one for one in read if not spread[one]]) / 2
    ranked = sorted(known, key=lambda one: -_shared(one, worth))
    return ranked[0] if ranked and whole and _shared(ranked[0], worth) >= SURE * whole else None


def _shared(screen: Screen, worth: dict[str, float]) -> float:
    return sum(worth.get(caption, 0.0) for caption in {*screen.captions})
