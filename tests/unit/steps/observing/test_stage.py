"""Only where something is to be seen that is not known, and only where it may be entered, somebody is watched."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fixtures.stand import load_stand
from steps.observing import stage
from steps.observing.stage import CannotObserve, observable


def test_simulator_itself_is_what_is_compared_with() -> None:
    with pytest.raises(CannotObserve, match="--stand wild"):
        observable("sim")


def test_second_face_can_be_observed() -> None:
    assert observable("wild").name == "wild"


@pytest.mark.parametrize("allowed", [True, False])
def test_sites_that_nobody_allows_are_not_entered(monkeypatch: pytest.MonkeyPatch, allowed: bool) -> None:
    others = replace(load_stand("wild"), simulator=False, face="tidy", network=allowed)
    monkeypatch.setattr(stage, "load_stand", lambda name: others)

    if allowed:
        assert observable("theirs") is others
    else:
        with pytest.raises(CannotObserve, match="network = true"):
            observable("theirs")
