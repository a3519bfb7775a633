"""No verdict without its stand."""

import json
from typing import Any

import pytest

from reports.record.facts import StandTold, WorldTold
from reports.record.run import Attached, Run, Scenario, Step


def run(stand: dict[str, Any] | None, world: dict[str, Any] | None) -> Run:
    step = Step("Когда …", 3, "passed", "", 0.1, _attached(WorldTold.MEDIA_TYPE, world))
    scenario = Scenario(None, "passed", "", (step,), 0, 0, "")  # type: ignore[arg-type]  # nobody asks for its place
    return Run((scenario,), (), (), 0, 0, attached=_attached(StandTold.MEDIA_TYPE, stand))


def _attached(media_type: str, facts: dict[str, Any] | None) -> tuple[Attached, ...]:
    return () if facts is None else (Attached(media_type, json.dumps(facts), None, None),)


@pytest.mark.parametrize(
    ("stand", "world", "told"),
    [
        ({"name": "sim", "place": "на симуляторе"}, None, StandTold("sim", place="на симуляторе")),
        ({"name": "real", "title": "Пермь"}, None, StandTold("real", "Пермь", "на стенде «Пермь»")),
        (None, {"stand": "real"}, StandTold("real", place="на стенде «real»")),
        (None, None, StandTold("", place="на неизвестном стенде")),
    ],
)
def test_stand_is_named_as_the_record_tells_it(
    stand: dict[str, Any] | None, world: dict[str, Any] | None, told: StandTold
) -> None:
    assert run(stand, world).stand == told
