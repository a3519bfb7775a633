"""Which screens there are and how one gets from one to another: a page for each system, and one that leads to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reports.model import Model
from reports.page import Page
from reports.screen_map.arrows import told
from reports.screen_map.cards import anchor
from reports.screen_map.drawing import draw
from reports.screen_map.graph import Arrow, SystemMap, VisitedScreen, screen_maps, unopened
from reports.screen_map.trails import Move
from reports.screen_map.ways import MapWay

PATH = "map.html"


def pages(model: Model) -> Iterator[Page]:
    """Yield the list of maps, then the maps; nothing when the run recorded no screen."""
    maps = contents(model)
    if not maps:
        return
    content = {"maps": maps, "unopened": unopened(model.run, [one["map"] for one in maps])}
    yield Page(PATH, "map.html", "Карта экранов", content, "Карта экранов")
    for one in maps:
        yield Page(one["path"], "map_system.html", f"Карта экранов: {one['map'].title}", {"shown": one})


def contents(model: Model) -> list[dict[str, Any]]:
    """Return what is shown of each system, in the order of the report."""
    maps = screen_maps(model, model.earlier.run if model.earlier else None)
    titles = {one.system: one.title for one in maps}
    paths = {one.system: f"map/{_id(one)}.html" for one in maps}
    return [
        {
            "id": _id(one),
            "path": paths[one.system],
            "map": one,
            "drawing": draw(one, titles),
            "choices": _choices(one.ways),
            "entries": [_entry(place, one) for place in one.places],
            "titles": titles,
            "paths": paths,
            "anchor": anchor,
            "told": told,
        }
        for one in maps
    ]


def _id(one: SystemMap) -> str:
    return one.system or "other"


def _choices(ways: Sequence[MapWay]) -> list[tuple[str, str, list[MapWay]]]:
    """Return the ways by instruction, with its id and title: one instruction is shown at a time."""
    found: dict[str, list[MapWay]] = {}
    for way in ways:
        found.setdefault(way.instruction.id, []).append(way)
    return [(name, each[0].instruction.title, each) for name, each in found.items()]


def _entry(place: VisitedScreen, one: SystemMap) -> dict[str, Any]:
    """Return a screen in words: what leads to it from elsewhere, and away from it.

    Whoever types an address could do so anywhere: that leads to a screen, but from none.
    """
    arrows = [arrow for arrow in one.arrows if arrow.move.verb != "open"]
    into = [arrow for arrow in arrows if arrow.target == place.screen and not arrow.inside(one.system)]
    opened = [arrow for arrow in one.arrows if arrow.target == place.screen and arrow.move.verb == "open"]
    out = [arrow for arrow in arrows if arrow.source == place.screen]
    return {"place": place, "anchor": anchor(place.screen), "out": out, "into": [*_as_one(opened), *into]}


def _as_one(opened: Sequence[Arrow]) -> Iterator[Arrow]:
    """Yield the arrows as one that comes from nowhere."""
    if opened:
        scenarios = {id(scenario): scenario for arrow in opened for scenario in arrow.scenarios}
        ways = {id(way): way for arrow in opened for way in arrow.ways}
        yield Arrow(None, Move("open", ""), opened[0].target, tuple(scenarios.values()), tuple(ways.values()))
