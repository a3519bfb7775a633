"""Whether every key of the policy is known: what an unknown one asks for is asked by nobody."""

from __future__ import annotations

from difflib import get_close_matches

from reports.gate.finding import Code, Examined, Finding
from reports.gate.inputs import Inputs
from reports.record.policy import policy_keys

TITLE = "Политика понята целиком"


def examine(inputs: Inputs) -> Examined:
    """Find the keys nobody knows."""
    known = [key for key, _ in policy_keys()]
    found = tuple(_unknown(inputs.policy.path.name, key, known) for key in inputs.policy.unknown)
    return Examined(len(known), inputs.policy.path.name, found)


def _unknown(file: str, key: str, known: list[str]) -> Finding:
    near = get_close_matches(key, known, n=1)
    guess = f" Может быть, {near[0]}?" if near else f" Есть: {', '.join(known)}."
    return Finding("keys", Code.POLICY, f"Ключ «{key}» политики неизвестен.{guess}", file, 1)
