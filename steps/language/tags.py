"""The closed list of tags with their meanings, as `tags.toml` has it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reports.record.tables import read_tables
from steps.language.spelling import nearest_word

MEANT_ENOUGH = 0.6  # tags are short: one letter of five may be wrong
TAGS_FILE = Path(__file__).with_name("tags.toml")


@cache
def _groups() -> dict[str, dict[str, str]]:
    return read_tables(TAGS_FILE, dict[str, dict[str, str]])


def tags_of(group: str) -> dict[str, str]:
    """Return the tags of one group, without their @, in order, and what they mean."""
    return dict(_groups()[group])


@cache
def tag_groups() -> dict[str, frozenset[str]]:
    """Return the known tags, without their @, by what they tell: instruction, role, severity, power."""
    return {group: frozenset(tags) for group, tags in _groups().items()}


@cache
def known_tags() -> dict[str, str]:
    """Return every known tag, without its @, and what it means."""
    return {tag: meaning for group in _groups().values() for tag, meaning in group.items()}


def unknown_tag(tag: str) -> str:
    """Say that there is no such tag, and which was probably meant."""
    nearest = nearest_word(tag, known_tags(), MEANT_ENOUGH)
    if nearest:
        return f"неизвестный тег @{tag} — может быть, @{nearest}?"
    return f"неизвестный тег @{tag}. Есть: {', '.join('@' + each for each in known_tags())}."
