"""What a map is drawn of: lines of text, cards, strokes; and the sizes of them all."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reports.record.facts import PictureTaken
from reports.screen_map.trails import ScreenKey
from reports.screen_map.ways import MapWay

CARD = 248.0
PADDING = 10.0
INSIDE = CARD - 2 * PADDING
PICTURE = INSIDE * 9 / 16
HEADING, HEADING_LINE = 15.0, 19.0
SMALL, SMALL_LINE = 12.0, 16.0
MOST_LINES = 3
BADGE = 15.0


@dataclass(frozen=True)
class Text:
    """Lines of text from a baseline down; `ways` stand behind the last of them."""

    x: float
    y: float
    lines: tuple[str, ...]
    ways: tuple[MapWay, ...] = ()
    href: str = ""

    def moved(self, x: float, y: float) -> Text:
        """Return the same text further on."""
        return replace(self, x=self.x + x, y=self.y + y)


@dataclass(frozen=True)
class Card:
    """A screen on the drawing; the corner is its upper left one."""

    x: float
    y: float
    height: float
    anchor: str
    screen: ScreenKey
    picture: PictureTaken | None
    heading: Text
    notes: tuple[Text, ...]
    kind: str = ""

    def moved(self, x: float, y: float) -> Card:
        """Return the same card further on."""
        heading, notes = self.heading.moved(x, y), tuple(note.moved(x, y) for note in self.notes)
        return replace(self, x=self.x + x, y=self.y + y, heading=heading, notes=notes)


@dataclass(frozen=True)
class Stroke:
    """One arrow: its path up to the captions and on from them, the dashes of each way that goes through it."""

    path: str
    captions: tuple[Text, ...]
    dashes: tuple[tuple[MapWay, str, float], ...]
    told: str


@dataclass(frozen=True)
class Drawing:
    """A finished drawing; `apart` is where the screens begin that nobody reached, None without any."""

    width: float
    height: float
    cards: tuple[Card, ...]
    strokes: tuple[Stroke, ...]
    apart: float | None

    @property
    def bands(self) -> tuple[tuple[float, float], ...]:
        """The drawing cut across where neither card nor caption stands: the top and the height of each piece.

        So paper may break a map between two pieces and cut no card.
        """
        cards = [(card.y, card.y + card.height) for card in self.cards]
        captions = [text for stroke in self.strokes for text in stroke.captions]
        solid = cards + [(text.y - SMALL_LINE, text.y + SMALL_LINE * len(text.lines)) for text in captions]
        tops, reached = [0.0], 0.0
        for top, bottom in sorted(solid):
            if 0 < reached < top:
                tops.append((reached + top) / 2)
            reached = max(reached, bottom)
        return tuple((top, end - top) for top, end in zip(tops, [*tops[1:], self.height], strict=True))
