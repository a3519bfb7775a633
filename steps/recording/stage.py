"""The world that is recorded in, and how a sentence is carried out there: by its own definition, as in a run."""

from __future__ import annotations

import inspect
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, sync_playwright

from fixtures.browser import Chromium, launch, launch_arguments
from fixtures.control import Control
from fixtures.sight.device import Device
from fixtures.sight.patience import Patience
from fixtures.sight.reaction import reactions
from fixtures.sight.scene import SCENE
from fixtures.simulator import Simulator
from fixtures.stand import Stand, load_stand
from fixtures.world import LARGEST_SEED, World
from reports.record.facts import USUAL_STAND
from steps.catalogue.definitions import known_definitions
from steps.language.matching import Definition, Matcher
from steps.recording.entry import Step
from steps.screens.actor import Actor


class CannotRecord(Exception):
    """There is nothing to record on, or a scenario to go on from does not get there; the message is Russian."""


class Recorded(World):
    """A world that tells of its devices before their first page opens, and of the powers it was asked for."""

    def __init__(self, bought: Callable[[Device], None], *told: Any, **more: Any) -> None:
        """Plan it; `bought` hears of every new device. Whoever looks on sees every way gone."""
        super().__init__(*told, **more)
        self.arranges = False
        self._bought = bought
        self.asked: set[str] = set()

    def need(self, power: str) -> None:
        """Note that the scenario will have to say so."""
        super().need(power)
        self.asked.add(power)

    @contextmanager
    def unnoticed(self) -> Iterator[None]:
        """Ask for powers that the scenario will not need."""
        before = set(self.asked)
        try:
            yield
        finally:
            self.asked = before

    def _new_device(self, buy: Callable[[str], BrowserContext], handheld: bool = False) -> Device:
        device = super()._new_device(buy, handheld)
        self._bought(device)
        return device


class Vocabulary:
    """The sentences there are."""

    def __init__(self, definitions: Sequence[Definition]) -> None:
        """Know these."""
        self._matcher = Matcher(definitions)
        self._definitions = definitions

    def misfit(self, step: Step) -> str | None:
        """Say in Russian why no sentence, or no one alone, is this step."""
        found = self._matcher.problem(_as_gherkin(step))
        return found.message if found else None

    def definition(self, step: Step) -> Definition:
        """The one that is this step; raises CannotRecord."""
        if why := self.misfit(step):
            raise CannotRecord(why)
        return next(one for one in self._definitions if one.serves(step.kind) and one.fits(step.text))

    def says(self, step: Step) -> bool:
        """Whether the step is one sentence alone, and what it quotes is read back whole."""
        if "\n" in step.text or any(cell != cell.strip() for row in step.rows for cell in row):
            return False
        if self.misfit(step):
            return False
        read = [*map(str, self.arguments(step).values()), *(cell for row in step.rows for cell in row)]
        return all(each in read for each in step.quoted)

    def arguments(self, step: Step) -> dict[str, Any]:
        """What stands in the places of the sentence, and the table under it as its function takes it."""
        parser = self.definition(step).context.parser
        table = {"datatable": parser.parse_table(step.rows)} if step.rows else {}
        return {**(parser.parse_arguments(step.text) or {}), **table}


class Stage:
    """One world with whoever acts in it."""

    def __init__(self, world: Recorded, vocabulary: Vocabulary) -> None:
        """Nobody has done anything yet."""
        self.world = world
        self.vocabulary = vocabulary
        self.actor = Actor(world)
        self._stash = pytest.Stash()
        self._stash[SCENE] = world

    def carry_out(self, step: Step) -> None:
        """Do what the step says, as a run would; raises what the step raises, and Mismatch where pages surprise."""
        function = self.vocabulary.definition(step).context.step_func
        known = {**self.vocabulary.arguments(step), "actor": self.actor, "world": self.world}
        wanted = inspect.signature(function).parameters
        with reactions(self._stash, last=False):
            function(**{name: value for name, value in known.items() if name in wanted})


@contextmanager
def staged(
    bought: Callable[[Device], None],
    stand: str = USUAL_STAND,
    headed: bool = True,
    seed: int | None = None,
    slow_ms: float = 0,
) -> Iterator[Stage]:
    """Open a stand with a world and a browser of its own, and take all of it away again; raises CannotRecord."""
    known = load_stand(stand)
    if not known.simulator:
        raise CannotRecord(f"На стенде «{stand}» записывать пока нельзя: людей там заводит не «Связка».")
    with ExitStack() as stack:
        simulator = Simulator()
        stack.callback(simulator.stop)
        control = Control(simulator.address.control)
        stack.callback(control.close)
        stack.enter_context(Patience().keeping_watch())
        driver = stack.enter_context(sync_playwright())
        start = partial(launch, driver, launch_arguments(simulator.address), headed, slow_ms)
        chromium = Chromium(start, known.ignore_certificate_errors)
        stack.callback(chromium.close)
        yield stack.enter_context(staged_on(bought, known, control, chromium, seed))


@contextmanager
def staged_on(
    bought: Callable[[Device], None],
    stand: Stand,
    control: Control,
    chromium: Chromium,
    seed: int | None = None,
) -> Iterator[Stage]:
    """Have a world on a stand and in a browser that are there, and drop it again."""
    seed = secrets.randbelow(LARGEST_SEED) if seed is None else seed
    world = Recorded(bought, stand, control, chromium, seed)
    try:
        yield Stage(world, Vocabulary(known_definitions()))
    finally:
        world.end()


def _as_gherkin(step: Step) -> dict[str, Any]:
    """The step as the parser of features would give it."""
    told: dict[str, Any] = {"type": step.kind, "text": step.text}
    if step.rows:
        rows = [{"cells": [{"value": cell} for cell in row]} for row in step.rows]
        told["argument"] = {"dataTable": {"rows": rows}}
    return told
