"""Plants ten differences in a copy of the journals' files: five captions, two screens less, one more, two exchanged."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomlkit

from reports.comparing.shown import TITLE, Shown, ShownCaption, ShownScreen, Way
from reports.record.observation import Observation, SeenCaption, SeenScreen
from sim_server.domain.sign_ins import Situation
from sim_server.journal.site_file import SITES
from sim_server.vk_id.journeys import broken_orders
from sim_server.vk_id.sign_in import sign_in_screens

JOURNAL, CASE = "perm", "with_profile"
FIVE = 5
SHOWN_TO_ALL = {"consent", "offer", "permission"}  # wherever they stand in an order
NEW_WORDS = (
    "Связать с VK", "Далее", "К переписке", "Кто вы", "Подтвердить личность", "Мой кабинет", "Номер мобильного",
    "Секретное слово", "Закрыть", "Где вы учитесь", "Ещё раз", "Перейти дальше", "Вернуться на сайт", "Проверка",
)  # fmt: skip


@dataclass(frozen=True)
class Planted:
    """What was planted: captions as they were and as they are, titles of screens."""

    reworded: frozenset[tuple[str, str]]
    missing: frozenset[str]
    extra: str
    exchanged: frozenset[str]
    sites: Path


def plant(shown: Shown, folder: Path, seed: int, case: str = CASE) -> Planted:
    """Copy the journals into the folder and plant, as the seed has it."""
    drawn = random.Random(seed)  # noqa: S311 - repeatable by design
    way = next(one for one in shown.ways if one.case == case)
    titles = {one.screen: one.title.text for one in way.screens if one.screen}
    less, more, exchanged, order = _another_order(drawn, shown, way, case)
    file = _copied(folder) / JOURNAL / "site.toml"
    table = tomlkit.parse(file.read_text(encoding="utf-8"))
    table["vk_id"]["journey"][case] = order  # type: ignore[index]
    reworded = _reworded(drawn, [one for one in way.screens if one.screen not in less])
    for key, (_, new) in reworded.items():
        _put(table, key.split("."), new)
    file.write_text(tomlkit.dumps(table), encoding="utf-8")
    screens = sign_in_screens()
    return Planted(
        frozenset(reworded.values()),
        frozenset(titles[name] for name in less),
        screens[more].words["title"],
        frozenset(titles[name] for name in exchanged),
        file.parent.parent,
    )


def _copied(folder: Path) -> Path:
    return Path(shutil.copytree(SITES, folder / "sites", ignore=shutil.ignore_patterns("__pycache__")))


Order = tuple[set[str], str, set[str], list[str]]


def _another_order(drawn: random.Random, shown: Shown, way: Way, case: str) -> Order:
    """Two screens less, two neighbours exchanged, one more, so that it can still be walked."""
    usual = {one.case: list(one.journey) for one in shown.ways}
    screens = sign_in_screens()
    others = sorted(SHOWN_TO_ALL - {*usual[case]})
    while True:
        less = set(drawn.sample(usual[case], 2))
        left = [name for name in usual[case] if name not in less]
        at = drawn.randrange(len(left) - 1)
        exchanged = {left[at], left[at + 1]}
        left[at], left[at + 1] = left[at + 1], left[at]
        more = drawn.choice(others)
        order = [*left]
        order.insert(drawn.randrange(len(order) + 1), more)
        journey = {Situation(name): [*told] for name, told in usual.items()} | {Situation(case): order}
        if not list(broken_orders(journey, screens)):
            return less, more, exchanged, order


Reworded = dict[str, tuple[str, str]]


def _reworded(drawn: random.Random, screens: list[ShownScreen]) -> Reworded:
    """Five captions by their keys, as they were and as they are."""
    while True:
        chosen = list(_chosen(drawn, screens))
        if len(chosen) == FIVE:
            words = drawn.sample(NEW_WORDS, FIVE)
            return {one.key: (one.text, new) for one, new in zip(chosen, words, strict=True)}


def _chosen(drawn: random.Random, screens: list[ShownScreen]) -> Iterator[ShownCaption]:
    """Captions whose words are their own; no screen is called otherwise and says otherwise too: it would be another."""
    free = [one for screen in screens for one in (screen.title, *screen.expected) if len(one.keys) == 1]
    drawn.shuffle(free)
    taken, keys = list[int](), set[str]()
    for one in free:
        where = [
            at for at, screen in enumerate(screens) if any(each.text == one.text for each in screen.captions)
        ]
        titled = any(screen.title.text == one.text for screen in screens)
        crowded = any(taken.count(at) >= (1 if titled else 2) for at in where)
        if (
            "‹›" in one.text
            or one.key in keys
            or crowded
            or not one.key.startswith(("labels", "faces", "vk_id.w"))
        ):
            continue
        taken += where * 2 if titled else where
        keys.add(one.key)
        yield one
        if len(keys) == FIVE:
            return


def _put(table: Any, keys: list[str], words: str) -> None:
    for name in keys[:-1]:
        if not isinstance(table, list) and name not in table:
            table[name] = tomlkit.table()
        table = table[int(name) if isinstance(table, list) else name]
    table[int(keys[-1]) if isinstance(table, list) else keys[-1]] = words


def as_seen(way: Way) -> Observation:
    """A walk of somebody who saw exactly what the simulator shows on a way."""
    screens = tuple(
        SeenScreen(
            one.system,
            one.title.text.replace("‹›", "••••"),
            f"https://{one.system}/",
            tuple(
                SeenCaption(each.kind, each.text.replace("‹›", "••••"))
                for each in one.captions
                if each.kind != TITLE and not each.optional
            ),
        )
        for one in way.screens
    )
    return Observation(
        stand="wild",
        place="на втором лице симулятора",
        situation=way.situation,
        day="2026-11-20",
        screens=screens,
    )
