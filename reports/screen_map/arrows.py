"""The arrows of a map: what is drawn as one, which of them point down, what is written on them, how they run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reports.screen_map.graph import Arrow, SystemMap, united
from reports.screen_map.lettering import breadth, wrap
from reports.screen_map.shapes import BADGE, MOST_LINES, SMALL, SMALL_LINE, Stroke, Text
from reports.screen_map.ways import MapWay

Point = tuple[float, float]
Points = Sequence[Point]

CAPTION_ROOM = 190.0
CORNER = 8.0
# The browser's own buttons and its address bar: no screen leads where they lead.
BROWSER = {"open": "из адресной строки", "back": "«Назад» браузера", "reload": "Обновление страницы"}


@dataclass(frozen=True)
class ArrowLink:
    """All that leads from one screen to another one of the same system."""

    source: int
    target: int
    arrows: tuple[Arrow, ...]
    back: bool = False

    @property
    def weight(self) -> int:
        """What is drawn as straight as can be: the ways first, then what many scenarios do."""
        return 100 * len(self.ways) + sum(len(arrow.scenarios) for arrow in self.arrows)

    @property
    def ways(self) -> tuple[MapWay, ...]:
        """The ways that go through it."""
        return united(self.arrows)

    @property
    def captions(self) -> list[tuple[list[str], Arrow]]:
        """What is written on it, in lines, with the arrow of each."""
        return [(wrap(told(arrow), SMALL, CAPTION_ROOM, MOST_LINES), arrow) for arrow in self.arrows]

    @property
    def size(self) -> dict[str, float]:
        """How much room the captions take, with the numbers of the ways behind them."""
        lines = [line for lines, _ in self.captions for line in lines]
        return {
            "width": max(breadth(line, SMALL) for line in lines) + badges(self.ways) + 4,
            "height": len(lines) * SMALL_LINE + 4,
        }


def told(arrow: Arrow) -> str:
    """Return an action as the map writes it: the caption that was pressed, the field that was filled in."""
    verb, label = arrow.move.verb, arrow.move.label
    if verb in BROWSER:
        return BROWSER[verb]
    if verb == "fill":
        return f"ввод в «{label}»"
    if verb == "choose":
        return f"выбор в «{label}»"
    return f"«{label}»" if label else verb


def captions(arrows: Iterable[Arrow]) -> str:
    """Return the actions in one line, each once."""
    return ", ".join(dict.fromkeys(told(arrow) for arrow in arrows))


def badges(ways_: Sequence[MapWay]) -> float:
    """Return how much room the numbers of the ways take; only one instruction's are shown at a time."""
    return max((way.number for way in ways_), default=0) * BADGE


def links_of(one: SystemMap) -> list[ArrowLink]:
    """Return what is drawn as arrows; what the browser's own buttons do is no arrow of a screen."""
    number = {place.screen: index for index, place in enumerate(one.places)}
    joined: dict[tuple[int, int], list[Arrow]] = {}
    for arrow in one.arrows:
        if arrow.inside(one.system) and not arrow.stays and arrow.move.verb not in BROWSER:
            assert arrow.source is not None
            joined.setdefault((number[arrow.source], number[arrow.target]), []).append(arrow)
    links = [ArrowLink(source, target, tuple(arrows)) for (source, target), arrows in joined.items()]
    on_way = {
        number.get(end) for arrow in one.arrows if arrow.ways for end in (arrow.source, arrow.target) if end
    }
    return _directed(
        sorted(links, key=lambda link: (not link.ways, link.source not in on_way, link.target in on_way))
    )


def _directed(links: Sequence[ArrowLink]) -> list[ArrowLink]:
    """Decide which arrows point down: those that come first do, and those point back that would close a circle.

    The ways come first, then what hangs below them. Of equals the one does that was gone first: whoever goes back
    has come from there.
    """
    below: dict[int, set[int]] = {}
    directed = []
    for link in links:
        back = link.source in _reached(link.target, below)
        upper, lower = (link.target, link.source) if back else (link.source, link.target)
        below.setdefault(upper, set()).add(lower)
        directed.append(replace(link, back=back))
    return directed


def _reached(start: int, below: Mapping[int, set[int]]) -> set[int]:
    found, ahead = {start}, [start]
    while ahead:
        fresh = below.get(ahead.pop(), set()) - found
        found |= fresh
        ahead += fresh
    return found


def stroke(link: ArrowLink, first: Points, second: Points, corner: Point) -> Stroke:
    """Make an arrow of its two parts, which run downwards; one that points back is drawn from its end."""
    path = _path(second[::-1]) + _path(first[::-1]) if link.back else _path(first) + _path(second)
    written, y = [], corner[1] + SMALL_LINE - 1
    for lines, arrow in link.captions:
        written.append(Text(corner[0] + 2, y, tuple(lines), arrow.ways))
        y += len(lines) * SMALL_LINE
    return Stroke(path, tuple(written), _dashes(link.ways), captions(link.arrows))


def _dashes(ways_: Sequence[MapWay]) -> tuple[tuple[MapWay, str, float], ...]:
    """Give each way of an instruction its turn along the arrow: together they colour all of it."""
    found, length = [], 14
    for way in ways_:
        mates = [mate for mate in ways_ if mate.instruction is way.instruction]
        pattern = f"{length} {length * (len(mates) - 1)}" if len(mates) > 1 else "none"
        found.append((way, pattern, -length * mates.index(way)))
    return tuple(found)


def _path(points: Points) -> str:
    """Draw through the points, with the corners rounded."""
    parts = [f"M{points[0][0]:.1f} {points[0][1]:.1f}"]
    for (before, here), (_, after) in pairwise(pairwise(points)):
        start, end = _towards(here, before), _towards(here, after)
        parts.append(f"L{start[0]:.1f} {start[1]:.1f}Q{here[0]:.1f} {here[1]:.1f} {end[0]:.1f} {end[1]:.1f}")
    parts.append(f"L{points[-1][0]:.1f} {points[-1][1]:.1f}")
    return "".join(parts)


def _towards(here: Point, there: Point) -> Point:
    across, down = there[0] - here[0], there[1] - here[1]
    length = max((across**2 + down**2) ** 0.5, 0.001)
    part = min(CORNER, length / 2) / length
    return here[0] + across * part, here[1] + down * part
