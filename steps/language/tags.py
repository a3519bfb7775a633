"""The closed list of tags with their meanings, as `tags.toml` has it."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

TAGS_FILE = Path(__file__).with_name("tags.toml")


@cache
def known_tags() -> dict[str, str]:
    """Return every known tag, without its @, and what it means."""
    groups = tomllib.loads(TAGS_FILE.read_text(encoding="utf-8"))
    return {tag: meaning for group in groups.values() for tag, meaning in group.items()}
