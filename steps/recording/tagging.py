"""The tags a recorded scenario has: whose it is, and what it asks of a stand."""

from __future__ import annotations

from collections.abc import Collection

from fixtures.people import Persona
from fixtures.stand import POWERS
from steps.language.tags import known_tags

ROLES = {
    "teacher": "учитель",
    "parent": "родитель",
    "pupil": "ученик",
}  # what tags call those of the journals


def tags_of(person: Persona) -> list[str]:
    """The tags of whom a scenario is about; the instruction's only where it is called like the journal."""
    account = person.account
    likely = (account.journal, ROLES.get(account.role, ""))
    return [tag for tag in likely if tag in known_tags()]


def powers(asked: Collection[str]) -> list[str]:
    """The tags that ask a stand for these powers."""
    return [tag for power, (tag, _) in POWERS.items() if power in asked]
