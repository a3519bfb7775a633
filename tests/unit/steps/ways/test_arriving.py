"""The end of a way: what is the system's fault, and what is the scenario's."""

from types import SimpleNamespace
from typing import Any

import pytest

from fixtures.sight.mismatch import Mismatch
from steps.ways import arriving
from steps.ways.arriving import ScreenUnknown, arrive


def screen_elsewhere() -> Any:
    """Another screen than any that is asked for."""

    def prove(title: str) -> None:
        raise Mismatch(f"открыт не «{title}»")

    return SimpleNamespace(prove=prove)


def test_screen_that_no_system_has_is_the_scenarios_fault_and_the_nearest_is_named():
    with pytest.raises(
        ScreenUnknown, match="экрана «Введите кот» нет ни в одной системе; может быть, «Введите код»?"
    ):
        arrive(screen_elsewhere(), "Введите кот")


def test_screen_that_is_known_and_not_in_front_is_a_finding():
    with pytest.raises(Mismatch):
        arrive(screen_elsewhere(), "Введите код")


def test_nothing_is_the_scenarios_fault_where_no_screen_is_known(monkeypatch):
    monkeypatch.setattr(arriving, "known_labels", lambda: None)
    with pytest.raises(Mismatch):
        arrive(screen_elsewhere(), "Введите кот")


def test_screen_in_front_is_no_fault():
    arrive(SimpleNamespace(prove=lambda title: None), "Введите кот")
