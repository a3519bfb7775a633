"""A protocol test counts when it fails by what it asserts, and for no other reason."""

from __future__ import annotations

import subprocess
from typing import Any

import pytest

from reports.record.kills import Defect, Ending
from steps.proof.protocol import tried_by_test

GUARD = Defect("guard", "Код служит дважды.", test="tests/http/test_x.py::test_code_serves_once")


@pytest.mark.parametrize(
    ("code", "said", "ending"),
    [
        (0, "1 passed", Ending.PASSED),
        (1, "test_x.py:9: AssertionError: assert 200 == 400", Ending.CAUGHT),
        (1, "/test_x.py:62: assert 200 == 400", Ending.CAUGHT),
        (1, "test_x.py:9: KeyError: 'code'", Ending.CRASHED),
        (4, "ERROR: not found", Ending.CRASHED),
    ],
)
def test_ending(monkeypatch: pytest.MonkeyPatch, code: int, said: str, ending: Ending) -> None:
    asked: list[list[str]] = []

    def run(command: list[str], **_options: Any) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        return subprocess.CompletedProcess(command, code, said, "")

    monkeypatch.setattr(subprocess, "run", run)
    one = tried_by_test(GUARD)
    assert (one.scenario, one.ending) == (GUARD.test, ending)
    assert asked[0][-2:] == ["--with-defect=guard", GUARD.test]
