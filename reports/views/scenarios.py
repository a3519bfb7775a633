"""The scenarios: a list of them all, and a page for each, step by step with pictures."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from reports.difference import difference
from reports.model import Model, scenario_page
from reports.moments import Moment
from reports.page import Page
from reports.record.facts import TRACE_TYPE, EyesTold, RepeatTold, ScreenSeen, WorldTold
from reports.record.run import Scenario
from reports.summary import repeat_command, trace_command
from reports.wording import culprit, plain_lines

PATH = "scenarios.html"
REASON_LINES = 6


def pages(model: Model) -> Iterator[Page]:
    """Yield the list, then the scenarios."""
    features = groupby(model.run.scenarios, key=lambda scenario: (scenario.place.feature, scenario.place.uri))
    content = {"features": [(*feature, list(each)) for feature, each in features]}
    yield Page(PATH, "scenarios.html", "Сценарии прогона", content, "Сценарии")
    for scenario in model.run.scenarios:
        yield _page(model, scenario)


def _page(model: Model, scenario: Scenario) -> Page:
    seed = next((world.seed for world in scenario.facts(WorldTold)), None)
    repeats = [repeat.status for repeat in scenario.facts(RepeatTold)]
    content = {
        "scenario": scenario,
        "steps": [_step(model, moment) for moment in model.moments(scenario) if _is_shown(moment)],
        "culprit": culprit(scenario),
        "seed": seed,
        "command": repeat_command(scenario, model.stand),
        "trace_command": trace_command(scenario, model.folder),
        "traces": [piece.url for piece in scenario.attached if piece.media_type == TRACE_TYPE and piece.url],
        "untraced": bool(repeats) and bool(model.stand.masks),
        "unstable": any(status not in (scenario.status, "interrupted") for status in repeats),
    }
    return Page(scenario_page(scenario), "scenario.html", scenario.place.heading, content)


def _is_shown(moment: Moment) -> bool:
    """The end of a scenario is shown only when something happened in it."""
    return moment.step.sentence is not None or moment.step.status not in ("passed", "not_run")


def _step(model: Model, moment: Moment) -> dict[str, Any]:
    step = moment.step
    clause = next((model.findings[one].clause for one in step.clauses if one in model.findings), None)
    differs = difference(step, clause)
    told = plain_lines(step.message)[:REASON_LINES] if step.status not in ("passed", "not_run") else []
    screens = step.facts(ScreenSeen)
    return {
        "step": step,
        "moment": moment,
        "screen": screens[-1] if screens else None,
        "reason": told[1:] if differs else told,  # the difference says what the first line says
        "difference": differs,
        "remarks": [line for told in step.facts(EyesTold) for line in told.lines],
    }
