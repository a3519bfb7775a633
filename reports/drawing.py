"""A map of screens as a drawing: where every card stands, how every arrow runs, what is written where.

A library lays the cards out in layers and leads the arrows around them. Arrows join screens of one system; what
comes from elsewhere, leads elsewhere or changes nothing is written on the card, so that arrows stay few.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import graphlay

from reports.lettering import breadth, wrap
from reports.moments import Picture
from reports.screen_map import Arrow, Place, SystemMap
from reports.trails import Screen
from reports.ways import Way

Point = tuple[float, float]
Points = Sequence[Point]

CARD = 248.0
PADDING = 10.0
INSIDE = CARD - 2 * PADDING
PICTURE = INSIDE * 9 / 16
HEADING, HEADING_LINE = 15.0, 19.0
SMALL, SMALL_LINE = 12.0, 16.0
CAPTION_ROOM = 190.0
MOST_LINES = 3
BADGE = 15.0
MARGIN = 24.0
CORNER = 8.0
# The browser's own buttons and its address bar: no screen leads where they lead.
_BROWSER = {"open": "из адресной строки", "back": "«Назад» браузера", "reload": "Обновление страницы"}
_OPTIONS = {
    "direction": "topbottom",
    "spacing": {"layer_gap": 30.0, "node_gap": 32.0, "dummy_gap": 24.0},
}


@dataclass(frozen=True)
class Text:
    """Lines of text from a baseline down; `ways` stand behind the last of them."""

    x: float
    y: float
    lines: tuple[str, ...]
    ways: tuple[Way, ...] = ()
    href: str = ""


@dataclass(frozen=True)
class Card:
    """A screen on the drawing; the corner is its upper left one."""

    x: float
    y: float
    height: float
    anchor: str
    screen: Screen
    picture: Picture | None
    heading: Text
    notes: tuple[Text, ...]
    kind: str = ""


@dataclass(frozen=True)
class Stroke:
    """One arrow: its path up to the captions and on from them, the dashes of each way that goes through it."""

    path: str
    captions: tuple[Text, ...]
    dashes: tuple[tuple[Way, str, float], ...]
    told: str


@dataclass(frozen=True)
class Drawing:
    """A finished drawing; `apart` is where the screens begin that nobody reached, None without any."""

    width: float
    height: float
    cards: tuple[Card, ...]
    strokes: tuple[Stroke, ...]
    apart: float | None


def anchor(screen: Screen) -> str:
    """Returns the screen's name for links, the same in every report."""
    return "n-" + hashlib.sha256(f"{screen.system} {screen.heading}".encode()).hexdigest()[:10]


def draw(one: SystemMap, titles: Mapping[str, str]) -> Drawing:
    """Lays out the map of a system; `titles` are what the other systems are called."""
    sketches = [_sketch(place, one, titles) for place in one.places]
    links = _links(one)
    placed = _place(sketches, links)
    low, high = placed.bounds["min"], placed.bounds["max"]
    dx, dy = MARGIN - low["x"], MARGIN - low["y"]
    corners = [
        (
            node["center"]["x"] - node["size"]["width"] / 2 + dx,
            node["center"]["y"] - node["size"]["height"] / 2 + dy,
        )
        for node in placed.nodes
    ]
    cards = [sketch.at(*corner) for sketch, corner in zip(sketches, corners, strict=False)]
    halves = [[(point["x"] + dx, point["y"] + dy) for point in edge["points"]] for edge in placed.edges]
    strokes = [
        _stroke(link, first, second, corner)
        for link, first, second, corner in zip(
            links, halves[::2], halves[1::2], corners[len(sketches) :], strict=True
        )
    ]
    bottom = high["y"] + dy + MARGIN
    width = max(high["x"] + dx + MARGIN, CARD + 2 * MARGIN)
    return _with_apart(one, cards, strokes, width, bottom)


@dataclass(frozen=True)
class _Sketch:
    """A card that has no place yet; texts are counted from its corner."""

    place: Place
    height: float
    heading: Text
    notes: tuple[Text, ...]

    def at(self, x: float, y: float) -> Card:
        place = self.place
        kind = "doubtful" if place.doubtful else ""
        notes = tuple(_moved(note, x, y) for note in self.notes)
        heading = _moved(self.heading, x, y)
        return Card(
            x, y, self.height, anchor(place.screen), place.screen, place.picture, heading, notes, kind
        )


@dataclass(frozen=True)
class _Link:
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
    def ways(self) -> tuple[Way, ...]:
        return _united(self.arrows)

    @property
    def captions(self) -> list[tuple[list[str], Arrow]]:
        return [(wrap(told(arrow), SMALL, CAPTION_ROOM, MOST_LINES), arrow) for arrow in self.arrows]

    @property
    def size(self) -> dict[str, float]:
        """How much room the captions take, with the numbers of the ways behind them."""
        lines = [line for lines, _ in self.captions for line in lines]
        return {
            "width": max(breadth(line, SMALL) for line in lines) + _badges(self.ways) + 4,
            "height": len(lines) * SMALL_LINE + 4,
        }


def told(arrow: Arrow) -> str:
    """Returns an action as the map writes it: the caption that was pressed, the field that was filled in."""
    verb, label = arrow.action.verb, arrow.action.label
    if verb in _BROWSER:
        return _BROWSER[verb]
    if verb == "fill":
        return f"ввод в «{label}»"
    if verb == "choose":
        return f"выбор в «{label}»"
    return f"«{label}»" if label else verb


def _links(one: SystemMap) -> list[_Link]:
    """Returns what is drawn as arrows; what the browser's own buttons do is no arrow of a screen."""
    number = {place.screen: index for index, place in enumerate(one.places)}
    joined: dict[tuple[int, int], list[Arrow]] = {}
    for arrow in one.arrows:
        if arrow.inside(one.system) and not arrow.stays and arrow.action.verb not in _BROWSER:
            assert arrow.source is not None
            joined.setdefault((number[arrow.source], number[arrow.target]), []).append(arrow)
    links = [_Link(source, target, tuple(arrows)) for (source, target), arrows in joined.items()]
    on_way = {
        number.get(end) for arrow in one.arrows if arrow.ways for end in (arrow.source, arrow.target) if end
    }
    return _directed(
        sorted(links, key=lambda link: (not link.ways, link.source not in on_way, link.target in on_way))
    )


def _directed(links: Sequence[_Link]) -> list[_Link]:
    """Decides which arrows point down: those that come first do, and those point back that would close a circle.

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


def _place(sketches: Sequence[_Sketch], links: Sequence[_Link]) -> graphlay.Layout:
    graph = graphlay.Graph()
    for index, sketch in enumerate(sketches):
        graph.node(index, width=CARD, height=sketch.height)
    for link in links:
        # What is written on an arrow takes its room like a card: so it stands on the arrow and on nothing else.
        middle = graph.node(width=link.size["width"], height=link.size["height"])
        upper, lower = (link.target, link.source) if link.back else (link.source, link.target)
        graph.edge(upper, middle, weight=float(link.weight))
        graph.edge(middle, lower, weight=float(link.weight))
    return graphlay.layout(graph, options=_OPTIONS)


def _badges(ways_: Sequence[Way]) -> float:
    """Returns how much room the numbers of the ways take; only one instruction's are shown at a time."""
    return max((way.number for way in ways_), default=0) * BADGE


def _sketch(place: Place, one: SystemMap, titles: Mapping[str, str]) -> _Sketch:
    heading = Text(PADDING, PADDING + PICTURE + 22, tuple(_wrapped(place.screen.heading or "Без заголовка")))
    y = heading.y + len(heading.lines) * HEADING_LINE - 2
    notes = []
    for label, arrows, href in _notes(place, one, titles):
        ways_ = _united(arrows)
        lines = wrap(label, SMALL, INSIDE - _badges(ways_), MOST_LINES)
        text = Text(PADDING, y, tuple(lines), ways_, href)
        notes.append(text)
        y += len(text.lines) * SMALL_LINE + 3
    return _Sketch(place, y - SMALL_LINE + PADDING + 6, heading, tuple(notes))


def _wrapped(heading: str) -> list[str]:
    """Breaks a heading: bold letters are broader."""
    return wrap(heading, HEADING * 1.12, INSIDE, MOST_LINES)


def _notes(
    place: Place, one: SystemMap, titles: Mapping[str, str]
) -> Iterator[tuple[str, Sequence[Arrow], str]]:
    """Yields what is written on a card: where people come from, what they do here, where else they go."""
    screen, system = place.screen, one.system
    if place.doubtful:
        yield "Сюда дошли только непройденные сценарии", (), ""
    into_itself = [arrow for arrow in one.arrows if arrow.stays and arrow.target == screen]
    into = [arrow for arrow in one.arrows if arrow.target == screen and not arrow.stays]
    opened = [arrow for arrow in into if arrow.action.verb == "open"]
    if opened:
        yield f"⇥ {_BROWSER['open']}", opened, ""
    foreign = [arrow for arrow in into if arrow.source and arrow.source.system != system]
    for other, arrows in _by_system(foreign, lambda arrow: arrow.source).items():
        yield f"⇥ {titles[other]}: {_captions(arrows)}", arrows, other
    if staying := [arrow for arrow in into_itself if arrow.action.verb != "open"]:
        yield f"↻ здесь же: {_captions(staying)}", staying, ""
    out = [arrow for arrow in one.arrows if arrow.source == screen and not arrow.stays]
    for arrow in out:
        if arrow.target.system == system and arrow.action.verb in ("back", "reload"):
            yield f"↶ {told(arrow)}: «{arrow.target.heading}»", [arrow], ""
    leaving = [arrow for arrow in out if arrow.target.system != system and arrow.action.verb != "open"]
    for other, arrows in _by_system(leaving, lambda arrow: arrow.target).items():
        yield f"↦ {titles[other]}: {_captions(arrows)}", arrows, other


def _by_system(arrows: Iterable[Arrow], end) -> dict[str, list[Arrow]]:  # type: ignore[no-untyped-def]
    found: dict[str, list[Arrow]] = {}
    for arrow in arrows:
        if arrow.action.verb != "open":
            found.setdefault(end(arrow).system, []).append(arrow)
    return found


def _captions(arrows: Iterable[Arrow]) -> str:
    return ", ".join(dict.fromkeys(told(arrow) for arrow in arrows))


def _united(arrows: Iterable[Arrow]) -> tuple[Way, ...]:
    found = {id(way): way for arrow in arrows for way in arrow.ways}
    return tuple(sorted(found.values(), key=lambda way: (way.instruction.id, way.number)))


def _stroke(link: _Link, first: Points, second: Points, corner: Point) -> Stroke:
    """Makes an arrow of its two parts, which run downwards; one that points back is drawn from its end."""
    path = _path(second[::-1]) + _path(first[::-1]) if link.back else _path(first) + _path(second)
    captions, y = [], corner[1] + SMALL_LINE - 1
    for lines, arrow in link.captions:
        captions.append(Text(corner[0] + 2, y, tuple(lines), arrow.ways))
        y += len(lines) * SMALL_LINE
    return Stroke(path, tuple(captions), _dashes(link.ways), _captions(link.arrows))


def _dashes(ways_: Sequence[Way]) -> tuple[tuple[Way, str, float], ...]:
    """Gives each way of an instruction its turn along the arrow: together they colour all of it."""
    found, length = [], 14
    for way in ways_:
        mates = [mate for mate in ways_ if mate.instruction is way.instruction]
        pattern = f"{length} {length * (len(mates) - 1)}" if len(mates) > 1 else "none"
        found.append((way, pattern, -length * mates.index(way)))
    return tuple(found)


def _path(points: Points) -> str:
    """Draws through the points, with the corners rounded."""
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


def _moved(text: Text, x: float, y: float) -> Text:
    return Text(text.x + x, text.y + y, text.lines, text.ways, text.href)


def _with_apart(
    one: SystemMap, cards: list[Card], strokes: list[Stroke], width: float, bottom: float
) -> Drawing:
    """Puts the screens nobody reached in rows of their own under everything else."""
    if not one.unreached:
        return Drawing(width, bottom, tuple(cards), tuple(strokes), None)
    across = max(1, int((width - MARGIN) // (CARD + MARGIN)))
    top = bottom + 48
    height = 2 * PADDING + MOST_LINES * HEADING_LINE
    for index, screen in enumerate(one.unreached):
        x, y = MARGIN + index % across * (CARD + MARGIN), top + index // across * (height + MARGIN)
        heading = Text(x + PADDING, y + PADDING + HEADING, tuple(_wrapped(screen.heading)))
        cards.append(Card(x, y, height, anchor(screen), screen, None, heading, (), "unreached"))
    end = max(card.y + card.height for card in cards) + MARGIN
    return Drawing(width, end, tuple(cards), tuple(strokes), bottom)
