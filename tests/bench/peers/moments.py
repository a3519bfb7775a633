"""When scenarios began, first opened a page and ended: as the peers' stamps tell it, and as our record does."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from reports.record.messages import content, in_seconds, kind, read
from tests.bench.lane import SideDied

BEGUN, ACTED, ENDED = "begun", "acted", "ended"


class Moment(NamedTuple):
    """What happened, in which process, and when, in seconds since 1970."""

    what: str
    who: str
    at: float


def stamped(file: Path) -> list[Moment]:
    """Read what a peer stamped."""
    lines = (line.split() for line in file.read_text(encoding="utf-8").splitlines())
    return [Moment(what, who, float(at)) for what, who, at in lines]


def recorded(stream: Path) -> list[Moment]:
    """Read the same from a record of ours: the first «Когда» of a scenario is its first act."""
    acts: set[str] = set()
    moments: list[Moment] = []
    for message in read(stream):
        inner, name = content(message), kind(message)
        if name == "pickle":
            acts |= {step["id"] for step in inner["steps"] if step["type"] == "Action"}
        elif name == "testCase":
            acts |= {step["id"] for step in inner["testSteps"] if step.get("pickleStepId") in acts}
        elif name == "testCaseStarted":
            moments.append(_moment(BEGUN, inner["id"], inner))
        elif name == "testStepStarted" and inner["testStepId"] in acts:
            moments.append(_moment(ACTED, inner["testCaseStartedId"], inner))
        elif name == "testCaseFinished":
            moments.append(_moment(ENDED, inner["testCaseStartedId"], inner))
    return moments


def _moment(what: str, who: str, inner: dict[str, Any]) -> Moment:
    return Moment(what, who, in_seconds(inner["timestamp"]))


def first_act(moments: Iterable[Moment]) -> float:
    """Return when the first page was opened."""
    return min(each.at for each in moments if each.what == ACTED)


def lengths(moments: Iterable[Moment], expected: int) -> list[float]:
    """Return how long each scenario took; raises SideDied if there are not as many as expected."""
    begun: dict[str, float] = {}
    found = []
    for each in sorted(moments, key=lambda moment: moment.at):
        if each.what == BEGUN:
            begun[each.who] = each.at
        elif each.what == ENDED:
            found.append(each.at - begun.pop(each.who))
    if len(found) != expected:
        raise SideDied(f"сценариев с началом и концом: {len(found)}, а должно быть {expected}")
    return found
