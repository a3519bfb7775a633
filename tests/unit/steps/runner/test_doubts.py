"""Before a mismatch is a finding, whoever told a code is asked; in an arrangement there is nothing to ask for."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from fixtures.operator.operator import CodeMistyped
from fixtures.sight.mismatch import Mismatch
from fixtures.sight.scene import SCENE
from fixtures.stand import load_stand
from steps.runner.doubts import doubts
from steps.runner.failure import blamed


def slipped(mismatch: AssertionError) -> None:
    raise CodeMistyped("оператор ошибся")


def stash(scene: Any = None) -> pytest.Stash:
    made = pytest.Stash()
    if scene is not None:
        made[SCENE] = scene
    return made


@pytest.mark.parametrize("kind", ["Action", "Outcome"])
def test_slip_is_told_instead_of_a_finding(kind: str) -> None:
    with pytest.raises(CodeMistyped), doubts(stash(SimpleNamespace(prove_told_right=slipped)), kind):
        raise Mismatch("нет кнопки")


def test_mismatch_that_is_nobodys_slip_stays() -> None:
    for asked, kind in [
        (stash(SimpleNamespace(prove_told_right=lambda mismatch: None)), "Outcome"),
        (stash(SimpleNamespace(prove_told_right=slipped)), "Context"),
        (stash(), "Outcome"),
    ]:
        with pytest.raises(Mismatch), doubts(asked, kind):
            raise Mismatch("нет кнопки")


def test_arrangement_that_fails_elsewhere_points_to_the_file_of_the_stand() -> None:
    assert "[detours] файла стенда" in str(blamed(Mismatch("нет кнопки"), "Context", load_stand("wild")))
    assert "[detours]" not in str(blamed(Mismatch("нет кнопки"), "Context", load_stand("sim")))
