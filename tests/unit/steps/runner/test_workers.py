"""As many workers as there are cores and scenarios asked for; for one there is none."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from steps.runner import choosing
from steps.runner.choosing import CHOICE, Choice, pytest_xdist_auto_num_workers

SCENARIO = "  Сценарий: {0}\n    Когда нажимаю «{0}»\n"


@pytest.fixture
def feature(tmp_path: Path) -> Path:
    path = tmp_path / "two.feature"
    path.write_text(
        "# language: ru\nФункция: Ф\n" + SCENARIO.format("А") + SCENARIO.format("Б"), encoding="utf-8"
    )
    return path


@pytest.mark.parametrize(
    ("choice", "number"),
    [
        (Choice([], ["two.feature"]), 2),
        (Choice([], ["two.feature::А"]), 0),
        (Choice([], ["two.feature::А", "two.feature"]), 3),
        (Choice([], [], meant=["x"]), 0),
        (Choice([], [], meant=["x", "y"]), 2),
        (Choice([], ["."], meant=["x"]), 4),
        (Choice([], ["."], failed=["x"]), 0),
        (Choice([], []), 4),
        (Choice([], ["."]), 4),
    ],
)
def test_workers(monkeypatch: pytest.MonkeyPatch, feature: Path, choice: Choice, number: int) -> None:
    monkeypatch.setattr(choosing, "cores", lambda: 4)
    config: Any = SimpleNamespace(
        stash={CHOICE: choice}, invocation_params=SimpleNamespace(dir=feature.parent)
    )
    assert pytest_xdist_auto_num_workers(config) == number
