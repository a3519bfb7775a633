"""Runs told in a few words: scenarios as steps, each with what was done and which screen was there then."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reports.model import Model
from reports.record.clauses import Clause, Instruction
from reports.record.facts import ActionDone, PictureTaken, ScreenSeen
from reports.record.outline import ScenarioPlace
from reports.record.run import Attached, Run, Scenario, Step

DESK, LETTERS, PHONE, CODE = "journal/Стол", "journal/Сообщения", "vk_id/Вход", "vk_id/Код"


@dataclass(frozen=True)
class Did:
    """An action on a screen, written `system/heading`; "" is an empty tab."""

    verb: str
    label: str
    on: str


def press(label: str, on: str) -> Did:
    return Did("press", label, on)


def step(
    *did: Did,
    sees: str = "",
    kind: str = "",
    status: str = "passed",
    clauses: Sequence[str] = (),
    labels: Mapping[str, Sequence[str]] | None = None,
    picture: str = "",
    says: str = "",
    device: str = "d1",
    detour: bool = False,
) -> Step:
    """Makes a step: an action when something is done in it, else an expectation."""
    kind = kind or ("Action" if did else "Outcome")
    attached = [_piece(ActionDone.MEDIA_TYPE, _action(one, device)) for one in did]
    if sees:
        fact = _screen(sees) | {"device": device} | ({"labels": labels} if labels is not None else {})
        attached.append(_piece(ScreenSeen.MEDIA_TYPE, fact))
    if picture:
        attached.append(Attached("image/jpeg", "", picture, "экран.jpg"))
        told = {"url": picture, "device": device, "screen": sees.partition("/")[2], "kind": "screen"}
        attached.append(_piece(PictureTaken.MEDIA_TYPE, told | {"width": 1280, "height": 720}))
    message = "нет надписи" if status not in ("passed", "not_run") else ""
    sentence = says or f"Когда {', '.join(one.label for one in did) or 'смотрю на ' + sees}"
    return Step(sentence, 1, status, message, 0.1, tuple(attached), tuple(clauses), kind, detour=detour)


def scenario(name: str, *steps: Step) -> Scenario:
    """Makes a scenario; it is as bad as the worst of its steps."""
    status = next((one.status for one in steps if one.status not in ("passed", "not_run")), "passed")
    place = ScenarioPlace("features/t.feature", "Ф", "", name, (), 1, name)
    return Scenario(place, status, "", steps, 0.0, 1.0, "main")


def run(*scenarios: Scenario, **what: Any) -> Run:
    """Makes a run of scenarios."""
    return replace(Run(scenarios, (), (), 1_700_000_000.0, 1.0), **what)


def instruction(*clauses: str, name: str = "t") -> Instruction:
    """Makes an instruction of clauses that are only ids."""
    sections = {"v1": "Вариант 1", "v2": "Вариант 2"}
    made = tuple(Clause(clause, "факт", "Т", "шаг 1") for clause in clauses)
    return Instruction(name, "Инструкция", "И", "Ж", clauses=made, sections=sections)


def model(of: Run, *instructions: Instruction, folder: Path = Path(), **what: Any) -> Model:
    """Computes what a report shows of the run."""
    return Model(of, folder, {one.id: one for one in instructions}, **what)


def _screen(told: str) -> dict[str, str]:
    system, _, heading = told.partition("/")
    address = f"https://{system}.test/" if system else "about:blank"
    return {"system": system, "screen": heading, "address": address}


def _action(did: Did, device: str) -> dict[str, Any]:
    return {"verb": did.verb, "label": did.label, "device": device, "box": None, "before": _screen(did.on)}


def _piece(media_type: str, fact: Mapping[str, Any]) -> Attached:
    return Attached(media_type, json.dumps(fact, ensure_ascii=False), None, "факт.json")
