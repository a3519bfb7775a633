"""What the page of a scenario offers to a developer: a trace, or why there is none."""

import json
from dataclasses import replace

import pytest

from reports.layout import Layout
from reports.record.facts import RepeatTold, StandTold
from reports.record.run import Attached
from reports.views import scenarios as view
from tests.unit.reports.story import LETTERS, model, run, scenario, step

REPEATED = Attached(RepeatTold.MEDIA_TYPE, json.dumps({"status": "failed"}), None, None)


def page_of(masks: list[str], *attached: Attached) -> str:
    failed = step(sees=LETTERS, status="failed")
    failed = replace(failed, attached=(*failed.attached, *attached))
    stand = Attached(StandTold.MEDIA_TYPE, json.dumps({"name": "real", "masks": masks}), None, None)
    shown = model(run(scenario("С", failed), attached=(stand,)))
    _, page = view.pages(shown)
    return Layout(shown, []).render(page)


@pytest.mark.parametrize(
    ("masks", "attached", "untraced"),
    [(["phones"], (REPEATED,), True), ([], (REPEATED,), False), (["phones"], (), False)],
)
def test_page_says_why_a_repeat_has_no_trace(
    masks: list[str], attached: tuple[Attached, ...], untraced: bool
) -> None:
    assert ("Трассы нет: стенд просит закрывать личное" in page_of(masks, *attached)) is untraced
