"""Lines that a text broke within a word, «пере-/ход», become one; «какой-/то» keeps its hyphen."""

from __future__ import annotations

import re

from reports.texts.words import is_known

BROKEN = re.compile(r"([А-ЯЁа-яё]+)-$")
GOING_ON = re.compile(r"[а-яё]+")


def joined(text: str, line: str) -> str:
    """Put a line behind a text, as one would read the two."""
    before, after = BROKEN.search(text), GOING_ON.match(line)
    if not (before and after):
        return f"{text} {line}"
    return text[:-1] + line if is_known(before[1] + after[0]) else text + line
