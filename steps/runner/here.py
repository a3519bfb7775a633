"""A step as it is on this stand: what a scenario spells out is the simulator's, and that of invented people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from fixtures.chosen_stand import stand_of
from fixtures.residents.translating import SiteAbsent, with_addresses
from fixtures.sight.scene import SCENE


def step_here(item: pytest.Item, step: dict[str, Any]) -> dict[str, Any]:
    """The step with the stand's addresses, and its people's words; skips the scenario where there is no such site."""
    stand = stand_of(item.config)
    scene = item.stash.get(SCENE, None)

    def here(text: str) -> str:
        told = with_addresses(text, stand)
        return told if scene is None else scene.translated(told)

    try:
        return _in_all_texts(step, here)
    except SiteAbsent as absent:
        pytest.skip(str(absent))


def _in_all_texts(step: dict[str, Any], here: Callable[[str], str]) -> dict[str, Any]:
    argument = step.get("argument", {})
    if "dataTable" in argument:
        rows = [
            {**row, "cells": [{**cell, "value": here(cell["value"])} for cell in row["cells"]]}
            for row in argument["dataTable"]["rows"]
        ]
        argument = {**argument, "dataTable": {**argument["dataTable"], "rows": rows}}
    if "docString" in argument:
        told = here(argument["docString"]["content"])
        argument = {**argument, "docString": {**argument["docString"], "content": told}}
    return {**step, "text": here(step["text"]), "argument": argument}
