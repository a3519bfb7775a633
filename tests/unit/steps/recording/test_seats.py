"""How it is said that somebody goes on at a computer or at a phone."""

from typing import Any

import pytest

from steps.catalogue.definitions import known_definitions
from steps.recording.seats import OFFERED, steps_as, steps_to
from steps.recording.stage import Vocabulary

VOCABULARY = Vocabulary(known_definitions())


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("me", ["я возвращаюсь за свой компьютер"]),
        ("colleague", ["коллега садится за свой компьютер"]),
        ("another", ["я сажусь за другой компьютер"]),
        ("phone of me", ["я возвращаюсь за свой компьютер", "беру в руки телефон"]),
        ("phone of child", ["ребёнок садится за свой компьютер", "беру в руки телефон"]),
    ],
)
def test_way_back_to_a_device(key: str, said: list[str]):
    devices: dict[str, Any] = {"me": object(), "another": object(), key: object()}
    assert [step.text for step in steps_to(devices[key], devices)] == said


@pytest.mark.parametrize("wanted", [wanted for _, wanted in OFFERED])
def test_everybody_who_is_offered_can_go_on(wanted: str):
    assert all(VOCABULARY.misfit(step) is None for step in steps_as(wanted))
