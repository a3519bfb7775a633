"""The page of the conformance: a row for each client, made of what was seen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.conformance.judging import Judged

FILE = Path(__file__).parents[2] / "docs/conformance.md"
MODEL = Path(__file__).with_name("page.md")
PASSED, FAILED, WELCOME = "проходит", "**отказ**", "проходит"


def page(judged: Sequence[Judged]) -> str:
    """The whole page."""
    passed = sum(one.observed is True for one in judged)
    model = MODEL.read_text(encoding="utf-8")
    return model.format(passed=passed, all=len(judged), rows="\n".join(map(row, judged)))


def row(one: Judged) -> str:
    """The line of one client."""
    cells = (f"{one.registry} `{one.name}`", one.version or "—", ", ".join(one.calls), _settings(one))
    return f"| {' | '.join((*cells, *_verdicts(one)))} |"


def _settings(one: Judged) -> str:
    return ", ".join(f"`{each}`" for each in one.settings)


def _verdicts(one: Judged) -> tuple[str, str]:
    if one.observed is None:
        return (f"не проверено: {one.untried}",) * 2
    refused = ", ".join(f"`{name}`" for name in one.refusing)
    return PASSED if one.observed else FAILED, f"отказ: {refused}" if refused else WELCOME
