"""Whether two runs are alike in everything a reader could tell: verdicts, clauses, acts, sights.

What differs from run to run by nature is left aside: ids in addresses, names of worlds, times of day.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops

from reports.command import BROKEN, DONE
from reports.record.facts import PictureTaken
from reports.record.run import Attached, Scenario, Step
from reports.record.stored import RecordUnreadable, read_record

DIFFERENT = 1
VISIBLE = 32  # of 255: how far the brightness of a pixel must move to be seen; JPEG moves it by itself
SHARE_PERCENT = 2.0
LISTED_AT_MOST = 200
PASSING = ("url", "world", "box", "viewport", "scroll", "content", "width", "height", "lent")
PASSING_TEXT = (
    (re.compile(r"[?#].*$"), ""),
    (re.compile(r"[\w-]{20,}|(?<=/)\d+(?=/|$)"), "•"),
    (re.compile(r"\d{2}\.\d{2}\.\d{4}|\d{4}-\d{2}-\d{2}"), "дата"),
    (re.compile(r"\d{1,2}:\d{2}"), "время"),
    (re.compile(r"(?<=id аккаунта: )\d+"), "•"),
)


@dataclass(frozen=True)
class Unlikeness:
    """One thing that differs: where, and what it is in either run."""

    place: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.place}\n    было:  {self.before}\n    стало: {self.after}"


def tell_unlikenesses(before: Path, after: Path, pictures: float = SHARE_PERCENT) -> int:
    """Say what differs between two runs; 1 when something does, 2 when a record cannot be read."""
    try:
        found = list(unlikenesses(before, after, pictures))
    except RecordUnreadable as problem:
        print(problem, file=sys.stderr)
        return BROKEN
    for one in found[:LISTED_AT_MOST]:
        print(one)
    left = len(found) - LISTED_AT_MOST
    print(
        f"Отличий: {len(found)}" + (f", не показано {left}" if left > 0 else "") if found else "Отличий нет."
    )
    return DIFFERENT if found else DONE


def unlikenesses(before: Path, after: Path, pictures: float = SHARE_PERCENT) -> Iterator[Unlikeness]:
    """Yield what differs between the runs in two folders; raise RecordUnreadable."""
    old, new = ({one.place.identity: one for one in read_record(at).scenarios} for at in (before, after))
    for identity in {**old, **new}:
        pair = old.get(identity), new.get(identity)
        yield from _differing(f"{identity}: сценарий", *(one and _verdict(one) for one in pair))
        steps = (one.steps if one else () for one in pair)
        for step, step_after in zip_longest(*steps):
            if step is not None and step_after is not None:
                yield from _of_step(identity, step, step_after, (before, after), pictures)


def _of_step(
    identity: str, before: Step, after: Step, folders: tuple[Path, Path], pictures: float
) -> Iterator[Unlikeness]:
    place = f"{identity}: «{before.sentence or 'итог'}»"
    for name, tell in (("шаг", _step), ("пункты", lambda step: step.clauses), ("наблюдение", _observed)):
        yield from _differing(f"{place}: {name}", tell(before), tell(after))
    for old, new in zip(_files(before), _files(after), strict=False):
        if old in _lent(before) or new in _lent(after):  # which scenario lends it, differs from run to run
            continue
        share = 0.0 if pictures >= 100 else _share(folders[0] / old, folders[1] / new)
        if share > pictures:
            yield Unlikeness(f"{place}: снимок на {share:.1f} %", old, new)


def _differing(place: str, before: Any, after: Any) -> Iterator[Unlikeness]:
    """List are told piece by piece, so that only what differs is shown."""
    if isinstance(before, list) and isinstance(after, list):
        gone, come = (
            [one for one in mine if one not in other] for mine, other in ((before, after), (after, before))
        )
        for one, other in zip_longest(gone, come):
            yield Unlikeness(place, str(one or "—"), str(other or "—"))
    elif before != after:
        yield Unlikeness(place, str(before or "—"), str(after or "—"))


def _verdict(scenario: Scenario) -> tuple[str, str, int]:
    return scenario.status, _steady(scenario.reason), len(scenario.steps)


def _step(step: Step) -> tuple[str, str, str | None]:
    return step.status, step.kind, step.sentence


def _observed(step: Step) -> list[str]:
    """What was told of the step, as texts; in order, for an order that changes is a difference too."""
    return [f"{piece.media_type} {_told(piece)}" for piece in step.attached if not piece.url]


def _told(piece: Attached) -> str:
    try:
        return json.dumps(_steady(json.loads(piece.body)), ensure_ascii=False, sort_keys=True)
    except ValueError:
        return str(_steady(piece.body))


def _steady(told: Any) -> Any:
    """The same without what differs from run to run by nature."""
    if isinstance(told, dict):
        return {key: _steady(value) for key, value in told.items() if key not in PASSING}
    if isinstance(told, list):
        return [_steady(one) for one in told]
    if isinstance(told, str):
        for pattern, instead in PASSING_TEXT:
            told = pattern.sub(instead, told)
    return told


def _files(step: Step) -> list[str]:
    return [piece.url for piece in step.attached if piece.url and piece.media_type.startswith("image/")]


def _lent(step: Step) -> set[str]:
    return {picture.url for picture in step.facts(PictureTaken) if picture.lent}


def _share(before: Path, after: Path) -> float:
    """How many hundredths of two pictures differ visibly; pictures of two sizes differ wholly."""
    if before.read_bytes() == after.read_bytes():
        return 0.0
    with Image.open(before) as old, Image.open(after) as new:
        if old.size != new.size:
            return 100.0
        for picture in (old, new):
            picture.draft(
                "L", (picture.width // 2, picture.height // 2)
            )  # read at half the size: much quicker
        moved = ImageChops.difference(old.convert("L"), new.convert("L")).histogram()
        return 100 * sum(moved[VISIBLE:]) / sum(moved)
