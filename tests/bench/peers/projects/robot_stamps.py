"""Robot's keywords that are not of its Browser library: the person, and what the bench is told."""

from typing import Any

from walking import PLAN, stamp


def note(what: str) -> None:
    stamp(what)


def plan() -> dict[str, Any]:
    return PLAN


def role_of(name: str) -> str:
    return "link" if name in PLAN["links"] else "button"
