"""What instructions do not say: the actions that a person must do and that no sentence names, each with its picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reports.model import Model
from reports.page import Page
from reports.unsaid import UnsaidAction, UnsaidOfWay, unsaid
from reports.wording import by_itself

PATH = "unsaid.html"


def pages(model: Model) -> Iterator[Page]:
    """Yield the page, when a way of the run leaves anything unsaid."""
    found = unsaid(model.run, model.instructions)
    if found.ways:
        content = {"ways": shown(model), "unsaid": found}
        yield Page(PATH, "unsaid.html", "Чего в инструкции не сказано", content, "Не сказано")


def shown(model: Model) -> list[dict[str, Any]]:
    """Return the ways, each with its actions and the moments at which they were done."""
    return [_way(model, one) for one in unsaid(model.run, model.instructions).ways]


def _way(model: Model, one: UnsaidOfWay) -> dict[str, Any]:
    return {"way": one.way, "actions": [_action(model, one, each) for each in one.actions]}


def _action(model: Model, one: UnsaidOfWay, action: UnsaidAction) -> dict[str, Any]:
    moments = model.moments(one.way.scenario)
    around = {
        name: model.findings[name].clause for name in (action.before, action.after) if name in model.findings
    }
    return {
        "words": by_itself(action.step),
        "moment": next(moment for moment in moments if moment.step is action.step),
        "before": around.get(action.before),
        "after": around.get(action.after),
    }
