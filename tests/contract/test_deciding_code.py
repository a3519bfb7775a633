"""What is put aside when it is asked whether the code has changed decides nothing: no scenario can come to it."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from reports.record.revision import ASIDE, DECIDING, ROOT

PROOF = sorted((ROOT / "steps" / "proof").glob("*.py"))
FACE = (
    "sim_server/showing",
    "sim_server/wild",
)  # `serve` and `__main__` alone may import it: a contract of pyproject
PACKAGES = [name for name in ASIDE if name.startswith("steps/")]


def layers_of_steps() -> list[set[str]]:
    """The layers that import-linter keeps, from the top down."""
    read = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = read["tool"]["importlinter"]["contracts"]
    (layers,) = [one["layers"] for one in contracts if one["name"] == "Layers of the steps"]
    return [{name.strip() for name in layer.replace("|", ":").split(":")} for layer in layers]


def imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.replace(".", "/")


@pytest.mark.parametrize("name", [*ASIDE, *(name for names in DECIDING.values() for name in names)])
def test_what_is_named_is_there(name: str) -> None:
    assert (ROOT / name).exists() or name.endswith(".ndjson")


@pytest.mark.parametrize("name", PACKAGES)
def test_no_scenario_is_carried_out_by_it(name: str) -> None:
    layers = layers_of_steps()
    package = Path(name).stem
    runner = next(number for number, layer in enumerate(layers) if "runner" in layer)
    assert any(package in layer for layer in layers[:runner])
    assert not any(module.startswith(f"steps/{package}/") for file in PROOF for module in imported(file))


@pytest.mark.parametrize("name", ["sim_server/new_site", *FACE])
def test_usual_face_is_not_served_by_it(name: str) -> None:
    """Only what starts the simulator may ask for it, and does so for the second face or for who writes a site."""
    users = {
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / "sim_server").rglob("*.py")
        if not file.relative_to(ROOT).as_posix().startswith((name, *FACE))
        and any(module.startswith(name) for module in imported(file))
    }
    assert users <= {"sim_server/__main__.py", "sim_server/serve.py"}
