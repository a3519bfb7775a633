"""The screens of each system and the actions between them, gathered from the ways of all scenarios of a run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reports.model import Model
from reports.moments import moments
from reports.record.facts import PictureTaken
from reports.record.run import Run, Scenario
from reports.record.tables import read_tables
from reports.screen_map.trails import ENTERING, Move, Passage, ScreenKey, Trail, Visit, trail_of
from reports.screen_map.ways import MapWay, ways

_NAMED = re.compile(r"экран[а]? «(.*)»$")


@dataclass(frozen=True)
class VisitedScreen:
    """A screen that some scenario had in front of it.

    `entered` are the fields filled in there; `scenarios` are those that were there, the passed ones first.
    """

    screen: ScreenKey
    host: str
    picture: PictureTaken | None
    entered: tuple[str, ...]
    scenarios: tuple[Scenario, ...]

    @property
    def doubtful(self) -> bool:
        """Whether only scenarios that did not pass were here."""
        return all(scenario.status != "passed" for scenario in self.scenarios)


@dataclass(frozen=True)
class Arrow:
    """An action that led from one screen to another, or nowhere; `ways` go through it."""

    source: ScreenKey | None
    move: Move
    target: ScreenKey
    scenarios: tuple[Scenario, ...]
    ways: tuple[MapWay, ...]

    @property
    def stays(self) -> bool:
        """Whether the person was on the same screen afterwards."""
        return self.source == self.target

    def inside(self, system: str) -> bool:
        """Whether it joins two screens of this system."""
        return self.source is not None and self.source.system == self.target.system == system


def united(arrows: Iterable[Arrow]) -> tuple[MapWay, ...]:
    """Return the ways that go through any of the arrows."""
    found = {id(way): way for arrow in arrows for way in arrow.ways}
    return tuple(sorted(found.values(), key=lambda way: (way.instruction.id, way.number)))


@dataclass(frozen=True)
class SystemMap:
    """What the run saw of one system. `unreached` are screens that an earlier run knew and this one did not open."""

    system: str
    title: str
    places: tuple[VisitedScreen, ...]
    arrows: tuple[Arrow, ...]
    unreached: tuple[ScreenKey, ...] = ()

    @property
    def ways(self) -> tuple[MapWay, ...]:
        """The ways that go through the system."""
        return united(self.arrows)


def screen_maps(model: Model, earlier: Run | None = None) -> list[SystemMap]:
    """Return a map for each system of the run, in the order in which the report names them."""
    gathered = _Gathered(ways(model.run, model.instructions))
    for scenario in model.run.scenarios:
        gathered.add(scenario, trail_of(model.moments(scenario)))
    known = screens_of(earlier) if earlier else frozenset()
    titles = system_titles()
    systems = {screen.system for screen in (*gathered.visits, *known)}
    ordered = [*titles, *sorted(systems - titles.keys())]
    return [gathered.map_of(system, titles.get(system, ""), known) for system in ordered if system in systems]


def screens_of(run: Run) -> frozenset[ScreenKey]:
    """Return all screens that a run recorded."""
    trails = (trail_of(moments(scenario)) for scenario in run.scenarios)
    return frozenset(visit.screen for trail in trails for visit in trail.visits)


def unopened(run: Run, maps: Iterable[SystemMap]) -> dict[str, list[Scenario]]:
    """Return the screens that sentences of the run's scenarios name and nobody got to see, with those scenarios."""
    seen = {place.screen.heading for one in maps for place in one.places}
    named: dict[str, list[Scenario]] = {}
    for scenario in run.scenarios:
        for step in scenario.steps:
            found = _NAMED.search(step.sentence or "")
            if found and found[1] not in seen and scenario not in named.setdefault(found[1], []):
                named[found[1]].append(scenario)
    return named


def system_titles() -> Mapping[str, str]:
    """Return what the report calls the systems, in its order."""
    return read_tables(Path(__file__).parents[1] / "systems.toml", dict[str, str])


@dataclass
class _Gathered:
    """All visits and passages of a run, by screen."""

    ways: Sequence[MapWay]
    visits: dict[ScreenKey, list[tuple[Scenario, Visit]]] = field(default_factory=dict)
    passages: dict[tuple[ScreenKey | None, Move, ScreenKey], list[Scenario]] = field(default_factory=dict)
    entered: dict[ScreenKey, list[str]] = field(default_factory=dict)

    def add(self, scenario: Scenario, trail: Trail) -> None:
        for visit in trail.visits:
            self.visits.setdefault(visit.screen, []).append((scenario, visit))
        for passage in trail.passages:
            self._pass(scenario, passage)

    def _pass(self, scenario: Scenario, passage: Passage) -> None:
        if passage.stays and passage.move.verb in ENTERING:  # else it opened a screen
            labels = self.entered.setdefault(passage.target, [])
            if passage.move.label not in labels:
                labels.append(passage.move.label)
        else:
            key = passage.source, passage.move, passage.target
            self.passages.setdefault(key, []).append(scenario)

    def map_of(self, system: str, title: str, known: frozenset[ScreenKey]) -> SystemMap:
        places = [self._place(screen) for screen in self.visits if screen.system == system]
        arrows = [
            self._arrow(key) for key in self.passages if system in (key[0] and key[0].system, key[2].system)
        ]
        unreached = sorted(screen for screen in known - set(self.visits) if screen.system == system)
        host = next((place.host for place in places if place.host), "прочее")
        return SystemMap(system, title or host, tuple(places), tuple(arrows), tuple(unreached))

    def _place(self, screen: ScreenKey) -> VisitedScreen:
        visits = sorted(self.visits[screen], key=lambda pair: pair[0].status != "passed")
        picture = next((visit.picture for _, visit in visits if visit.picture), None)
        host = next((visit.host for _, visit in visits if visit.host), "")
        entered = tuple(self.entered.get(screen, ()))
        return VisitedScreen(screen, host, picture, entered, _distinct(scenario for scenario, _ in visits))

    def _arrow(self, key: tuple[ScreenKey | None, Move, ScreenKey]) -> Arrow:
        scenarios = _distinct(self.passages[key])
        through = tuple(way for way in self.ways if way.scenario in scenarios)
        return Arrow(*key, scenarios, through)


def _distinct(scenarios: Iterable[Scenario]) -> tuple[Scenario, ...]:
    return tuple({scenario.place.identity: scenario for scenario in scenarios}.values())
