"""The closed list of tags with their meanings, as `tags.toml` has it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reports.record.tables import read_tables

TAGS_FILE = Path(__file__).with_name("tags.toml")


@cache
def tag_groups() -> dict[str, frozenset[str]]:
    """Return the known tags, without their @, by what they tell: instruction, role, severity, power."""
    groups = read_tables(TAGS_FILE, dict[str, dict[str, str]])
    return {group: frozenset(tags) for group, tags in groups.items()}


@cache
def known_tags() -> dict[str, str]:
    """Return every known tag, without its @, and what it means."""
    groups = read_tables(TAGS_FILE, dict[str, dict[str, str]])
    return {tag: meaning for group in groups.values() for tag, meaning in group.items()}
