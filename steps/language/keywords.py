"""Recognises the keywords of Russian Gherkin that a misprint turned into mere description."""

from __future__ import annotations

import re

from gherkin.dialect import DIALECTS

from steps.language.spelling import blur, nearest_word

RUSSIAN = DIALECTS["ru"]
SECTIONS = tuple(
    word
    for kind in ("feature", "rule", "background", "scenario", "scenarioOutline", "examples")
    for word in RUSSIAN[kind]
)
# Conjunctions and «То» begin ordinary prose too often to tell a step.
STEPS = tuple(
    word.strip() for kind in ("given", "when", "then") for word in RUSSIAN[kind] if len(word.strip()) > 2
)
INNOCENT = ("например", "путь")


def lost_keyword(line: str) -> str | None:
    """Return the keyword a line of description was probably meant to begin with, None for honest prose."""
    return _lost_section(line) or _lost_step(line)


def _lost_section(line: str) -> str | None:
    before, colon, _ = line.partition(":")
    before = before.strip()
    if colon and blur(before) not in INNOCENT:
        meant = nearest_word(before, SECTIONS)
        return f"{meant}:" if meant else None
    begins = [word for word in SECTIONS if re.match(rf"{re.escape(blur(word))}\b", blur(line))]
    return f"{max(begins, key=len)}:" if begins and not colon else None


def _lost_step(line: str) -> str | None:
    first = line.split(maxsplit=1)[0] if line.strip() else ""
    return nearest_word(first, STEPS) if first and blur(first) not in INNOCENT else None
