"""Runs the peers by turns and measures each: the command, its scenarios, what comes before them."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from fixtures.brands import USUAL_BRAND, user_agent_of
from fixtures.browser import WINDOW, launch_arguments
from fixtures.control import Control
from fixtures.environment.browsers import find_browser
from fixtures.people import Persona, invent
from fixtures.simulator import Address, Simulator
from tests.bench.pairs import SEED
from tests.bench.peers.installing import Workshop
from tests.bench.peers.moments import first_act, lengths, recorded, stamped
from tests.bench.peers.rivals import OUT, Rival
from tests.bench.peers.writing import Walked, write_projects
from tests.bench.spent import carry_out

PATIENCE_SECONDS = 300.0
PHONE = "+7 199 111-11-11"
LINKS = ("Вход для сотрудников", "Личные сообщения", "Перейти в VK Мессенджер")
BECOMING = (Persona.with_profile, Persona.with_vk_id, Persona.without_vk_id)  # as the three variants have it


@dataclass
class Times:
    """What was measured of a rival, round by round; `scenario` is the median of a round's scenarios."""

    whole: list[float] = field(default_factory=list)
    scenario: list[float] = field(default_factory=list)
    start: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)


class Course:
    """What all rivals run over: a simulator, worlds made for each run, a folder with the projects."""

    def __init__(self, shop: Workshop, walked: Sequence[Walked]) -> None:
        """Write the projects; `running` starts the simulator."""
        self._shop = shop
        self._walked = walked
        self.folder = shop.folder / "walk"
        self.folder.mkdir(exist_ok=True)
        write_projects(self.folder, walked)
        self._browser = find_browser(headed=False).path
        version = subprocess.run(
            [self._browser, "--version"], capture_output=True, encoding="utf-8", check=True
        )
        number = next(word for word in version.stdout.split() if word[0].isdigit())
        self._agent = user_agent_of(USUAL_BRAND, number.partition(".")[0])

    def run(self, rival: Rival, workers: int, simulator: Address, control: Control, times: Times) -> None:
        """Run a rival once and note what it took; raises SideDied."""
        stamps = self.folder / "stamps.txt"
        stamps.write_text("", encoding="utf-8")
        worlds = {} if rival.ours else self._worlds(control)
        self._write_plan(simulator, worlds, stamps)
        command = rival.command(self._shop, workers)
        begun = time.time()
        tools = os.pathsep.join([str(self._shop.python().parent), os.environ.get("PATH", "")])
        told = {"BENCH_PLAN": str(self.folder / "plan.json"), **({} if rival.ours else {"PATH": tools})}
        spent = carry_out(command, self.folder, PATIENCE_SECONDS, told)
        moments = recorded(self.folder / OUT / "messages.ndjson") if rival.ours else stamped(stamps)
        times.whole.append(spent.wall)
        times.processor.append(spent.processor)
        times.start.append(first_act(moments) - begun)
        times.scenario.append(median(lengths(moments, len(self._walked))))
        for world in worlds.values():
            control.drop_world(world[0])

    def _worlds(self, control: Control) -> dict[str, tuple[str, Persona]]:
        worlds = {}
        for walked, become in zip(self._walked, BECOMING, strict=True):
            person = become(invent("me", SEED, "perm")).with_phone(PHONE)
            worlds[walked.name] = control.create_world(SEED, [person.as_json()]).id, person
        return worlds

    def _write_plan(self, simulator: Address, worlds: dict[str, tuple[str, Persona]], stamps: Path) -> None:
        plan = {
            "executable": str(self._browser),
            "arguments": launch_arguments(simulator),
            "agent": self._agent,
            "window": WINDOW,
            "stamps": str(stamps),
            "links": LINKS,
            "people": {name: _told(world, person) for name, (world, person) in worlds.items()},
        }
        (self.folder / "plan.json").write_text(json.dumps(plan, ensure_ascii=False), encoding="utf-8")


def race(
    course: Course, rivals: Sequence[Rival], workers: int, rounds: int, advanced: Callable[[int], None]
) -> dict[str, Times]:
    """Let all run once a round, each round beginning with another one; the first round is to warm up."""
    times = {rival.key: Times() for rival in rivals}
    with _simulator() as (simulator, control):
        for number in range(-1, rounds):
            first = number % len(rivals)
            for rival in [*rivals[first:], *rivals[:first]]:
                course.run(rival, workers, simulator, control, times[rival.key] if number >= 0 else Times())
            advanced(100 * (number + 1) // rounds)
    return times


@contextmanager
def _simulator() -> Iterator[tuple[Address, Control]]:
    simulator = Simulator()
    control = Control(simulator.address.control)
    try:
        yield simulator.address, control
    finally:
        control.close()
        simulator.stop()


def _told(world: str, person: Persona) -> dict[str, Any]:
    """What a peer must know of the person who walks."""
    return {
        "token": f"Svyazka/{world}.d1",
        "логин": person.account.login,
        "пароль от журнала": person.account.password,
        "телефон": person.phone,
        "пароль от VK ID": person.vk_password,
        "number": person.phone.removeprefix("+"),
        "name": person.full_name,
        "data": {
            "Фамилия": person.last_name,
            "Имя": person.first_name,
            "Отчество": person.middle_name,
            "Дата рождения": person.birth_date.isoformat(),
            "Пол": person.sex,
        },
    }
