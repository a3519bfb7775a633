"""The cards of a map: a screen with its picture, its heading and what of its actions is no arrow."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reports.screen_map.arrows import BROWSER, badges, captions, told
from reports.screen_map.graph import Arrow, SystemMap, VisitedScreen, united
from reports.screen_map.lettering import wrap
from reports.screen_map.shapes import (
    HEADING,
    HEADING_LINE,
    INSIDE,
    MOST_LINES,
    PADDING,
    PICTURE,
    SMALL,
    SMALL_LINE,
    Card,
    Text,
)
from reports.screen_map.trails import ScreenKey


def anchor(screen: ScreenKey) -> str:
    """Return the screen's name for links, the same in every report."""
    return "n-" + hashlib.sha256(f"{screen.system} {screen.heading}".encode()).hexdigest()[:10]


def card_of(place: VisitedScreen, one: SystemMap, titles: Mapping[str, str]) -> Card:
    """Return the card of a screen, with its corner at 0; `titles` are what the other systems are called."""
    heading = Text(PADDING, PADDING + PICTURE + 22, tuple(wrapped(place.screen.heading or "Без заголовка")))
    y = heading.y + len(heading.lines) * HEADING_LINE - 2
    notes = []
    for label, arrows, href in _notes(place, one, titles):
        ways_ = united(arrows)
        lines = wrap(label, SMALL, INSIDE - badges(ways_), MOST_LINES)
        text = Text(PADDING, y, tuple(lines), ways_, href)
        notes.append(text)
        y += len(text.lines) * SMALL_LINE + 3
    screen, height, kind = place.screen, y - SMALL_LINE + PADDING + 6, "doubtful" if place.doubtful else ""
    return Card(0, 0, height, anchor(screen), screen, place.picture, heading, tuple(notes), kind)


def wrapped(heading: str) -> list[str]:
    """Break a heading: bold letters are broader."""
    return wrap(heading, HEADING * 1.12, INSIDE, MOST_LINES)


def _notes(
    place: VisitedScreen, one: SystemMap, titles: Mapping[str, str]
) -> Iterator[tuple[str, Sequence[Arrow], str]]:
    """Yield what is written on a card: where people come from, what they do here, where else they go."""
    screen, system = place.screen, one.system
    if place.doubtful:
        yield "Сюда дошли только непройденные сценарии", (), ""
    into_itself = [arrow for arrow in one.arrows if arrow.stays and arrow.target == screen]
    into = [arrow for arrow in one.arrows if arrow.target == screen and not arrow.stays]
    opened = [arrow for arrow in into if arrow.move.verb == "open"]
    if opened:
        yield f"⇥ {BROWSER['open']}", opened, ""
    foreign = [arrow for arrow in into if arrow.source and arrow.source.system != system]
    for other, arrows in _by_system(foreign, lambda arrow: arrow.source).items():
        yield f"⇥ {titles[other]}: {captions(arrows)}", arrows, other
    if staying := [arrow for arrow in into_itself if arrow.move.verb != "open"]:
        yield f"↻ здесь же: {captions(staying)}", staying, ""
    out = [arrow for arrow in one.arrows if arrow.source == screen and not arrow.stays]
    for arrow in out:
        if arrow.target.system == system and arrow.move.verb in ("back", "reload"):
            yield f"↶ {told(arrow)}: «{arrow.target.heading}»", [arrow], ""
    leaving = [arrow for arrow in out if arrow.target.system != system and arrow.move.verb != "open"]
    for other, arrows in _by_system(leaving, lambda arrow: arrow.target).items():
        yield f"↦ {titles[other]}: {captions(arrows)}", arrows, other


def _by_system(arrows: Iterable[Arrow], end) -> dict[str, list[Arrow]]:  # type: ignore[no-untyped-def]
    found: dict[str, list[Arrow]] = {}
    for arrow in arrows:
        if arrow.move.verb != "open":
            found.setdefault(end(arrow).system, []).append(arrow)
    return found
