"""A map of screens as a drawing: where every card stands, how every arrow runs, what is written where.

A library lays the cards out in layers and leads the arrows around them. Arrows join screens of one system; what
comes from elsewhere, leads elsewhere or changes nothing is written on the card, so that arrows stay few.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import graphlay

from reports.screen_map.arrows import ArrowLink, links_of, stroke
from reports.screen_map.cards import anchor, card_of, wrapped
from reports.screen_map.graph import SystemMap
from reports.screen_map.shapes import (
    CARD,
    HEADING,
    HEADING_LINE,
    MOST_LINES,
    PADDING,
    Card,
    Drawing,
    Stroke,
    Text,
)

MARGIN = 24.0
_OPTIONS = {
    "direction": "topbottom",
    "spacing": {"layer_gap": 30.0, "node_gap": 32.0, "dummy_gap": 24.0},
}


def draw(one: SystemMap, titles: Mapping[str, str]) -> Drawing:
    """Lay out the map of a system; `titles` are what the other systems are called."""
    cards = [card_of(place, one, titles) for place in one.places]
    links = links_of(one)
    placed = _place(cards, links)
    low, high = placed.bounds["min"], placed.bounds["max"]
    dx, dy = MARGIN - low["x"], MARGIN - low["y"]
    corners = [
        (
            node["center"]["x"] - node["size"]["width"] / 2 + dx,
            node["center"]["y"] - node["size"]["height"] / 2 + dy,
        )
        for node in placed.nodes
    ]
    halves = [[(point["x"] + dx, point["y"] + dy) for point in edge["points"]] for edge in placed.edges]
    strokes = [
        stroke(link, first, second, corner)
        for link, first, second, corner in zip(
            links, halves[::2], halves[1::2], corners[len(cards) :], strict=True
        )
    ]
    bottom = high["y"] + dy + MARGIN
    width = max(high["x"] + dx + MARGIN, CARD + 2 * MARGIN)
    moved = [card.moved(*corner) for card, corner in zip(cards, corners, strict=False)]
    return _with_apart(one, moved, strokes, width, bottom)


def _place(cards: Sequence[Card], links: Sequence[ArrowLink]) -> graphlay.Layout:
    graph = graphlay.Graph()
    for index, card in enumerate(cards):
        graph.node(index, width=CARD, height=card.height)
    for link in links:
        # What is written on an arrow takes its room like a card: so it stands on the arrow and on nothing else.
        middle = graph.node(width=link.size["width"], height=link.size["height"])
        upper, lower = (link.target, link.source) if link.back else (link.source, link.target)
        graph.edge(upper, middle, weight=float(link.weight))
        graph.edge(middle, lower, weight=float(link.weight))
    return graphlay.layout(graph, options=_OPTIONS)


def _with_apart(
    one: SystemMap, cards: list[Card], strokes: list[Stroke], width: float, bottom: float
) -> Drawing:
    """Put the screens nobody reached in rows of their own under everything else."""
    if not one.unreached:
        return Drawing(width, bottom, tuple(cards), tuple(strokes), None)
    across = max(1, int((width - MARGIN) // (CARD + MARGIN)))
    top = bottom + 48
    height = 2 * PADDING + MOST_LINES * HEADING_LINE
    for index, screen in enumerate(one.unreached):
        x, y = MARGIN + index % across * (CARD + MARGIN), top + index // across * (height + MARGIN)
        heading = Text(x + PADDING, y + PADDING + HEADING, tuple(wrapped(screen.heading)))
        cards.append(Card(x, y, height, anchor(screen), screen, None, heading, (), "unreached"))
    end = max(card.y + card.height for card in cards) + MARGIN
    return Drawing(width, end, tuple(cards), tuple(strokes), bottom)
