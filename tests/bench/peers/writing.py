"""Writes the peers' projects: our scenarios in each one's form, so that all do the same."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from steps.language.reading import read_feature
from tests.bench.peers.installing import PROJECTS

ROOT = Path(__file__).resolve().parents[3]
FEATURES = tuple(f"features/perm/variant_{number}.feature" for number in (1, 2, 3))
KEYWORDS = {"Context": "Дано", "Action": "Когда", "Outcome": "Тогда"}
ROBOT_HEAD = (
    "*** Settings ***\nResource    robot_walking.resource\nSuite Setup    Begin Run\n"
    "Test Setup    Begin Scenario\nTest Teardown    End Scenario\n\n*** Test Cases ***\n"
)
COPIED = (
    "sentences.json",
    "walking.py",
    "walking.js",
    "bare.py",
    "pytest_bdd_variants.py",
    "cucumber_steps.js",
    "playwright_bdd.config.js",
    "playwright_bdd_steps.js",
    "robot_stamps.py",
    "robot_walking.resource",
)


class Walked(NamedTuple):
    """A scenario all walk: its feature, its name, its sentences with the kinds of their keywords."""

    feature: str
    name: str
    steps: tuple[tuple[str, str], ...]

    @property
    def address(self) -> str:
        """The scenario as our command takes it."""
        return f"{ROOT / self.feature}::{self.name}"


def scenarios() -> list[Walked]:
    """Return the first scenario of each feature."""
    return [_first(feature) for feature in FEATURES]


def _first(feature: str) -> Walked:
    pickle = read_feature(ROOT / feature, feature).pickles[0]
    return Walked(feature, pickle["name"], tuple((step["type"], step["text"]) for step in pickle["steps"]))


def write_projects(folder: Path, walked: Sequence[Walked]) -> None:
    """Write everything the peers need but the plan, side by side."""
    for name in COPIED:
        shutil.copy(PROJECTS / name, folder)
    sentences = json.loads((PROJECTS / "sentences.json").read_text(encoding="utf-8"))
    calls = {each.name: [call(text, sentences) for _, text in each.steps] for each in walked}
    (folder / "steps.json").write_text(json.dumps(calls, ensure_ascii=False), encoding="utf-8")
    steps = folder / "features" / "steps"
    steps.mkdir(parents=True, exist_ok=True)
    shutil.copy(PROJECTS / "pytest_bdd_conftest.py", folder / "conftest.py")
    shutil.copy(PROJECTS / "behave_steps.py", steps)
    shutil.copy(PROJECTS / "behave_environment.py", folder / "features" / "environment.py")
    robot = folder / "robot"
    robot.mkdir(exist_ok=True)
    for each in walked:
        stem = Path(each.feature).stem
        (folder / "features" / f"{stem}.feature").write_text(_feature(each), encoding="utf-8")
        head = ROBOT_HEAD.replace("robot_walking", "../robot_walking")
        (robot / f"{stem}.robot").write_text(head + _robot_test(each), encoding="utf-8")


def call(text: str, sentences: Mapping[str, str]) -> list[Any]:
    """Return the deed of a sentence with its words; a sentence without one is an error."""
    for pattern, deed in sentences.items():
        if found := re.fullmatch(pattern, text):
            return [deed, list(found.groups())]
    raise LookupError(f"для «{text}» у соседей нет определения: допишите его в {PROJECTS / 'sentences.json'}")


def _feature(walked: Walked) -> str:
    lines = [f"    {KEYWORDS[kind]} {text}" for kind, text in walked.steps]
    head = ["# language: ru", f"Функция: {Path(walked.feature).stem}", f"  Сценарий: {walked.name}"]
    return "\n".join([*head, *lines]) + "\n"


def _robot_test(walked: Walked) -> str:
    """A test of the sentences that do something, word by word."""
    lines = [f"    {text}" for kind, text in walked.steps if kind != "Context"]
    return "\n".join([walked.name, *lines]) + "\n"
