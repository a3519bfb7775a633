"""Recognises the keywords of Russian Gherkin that a misprint turned into mere description."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import cast

from gherkin.dialect import DIALECTS

from steps.language.spelling import blur, nearest_word

RUSSIAN = cast("dict[str, list[str]]", DIALECTS["ru"])
ENGLISH_WORDS = cast("dict[str, list[str]]", DIALECTS["en"])
SECTION_KINDS = ("feature", "rule", "background", "scenario", "scenarioOutline", "examples")
STEP_KINDS = ("given", "when", "then", "and", "but")
SECTIONS = tuple(word for kind in SECTION_KINDS for word in RUSSIAN[kind])
# Conjunctions and «То» begin ordinary prose too often to tell a step.
STEPS = tuple(
    word.strip() for kind in ("given", "when", "then") for word in RUSSIAN[kind] if len(word.strip()) > 2
)


def _usual(words: Sequence[str]) -> str:
    return next((word for word in PREFERRED if word in words), [word for word in words if word != "* "][0])


# The words that people write here, where Gherkin has several for one thing and another stands first.
PREFERRED = ("Функция", "Сценарий", "Структура сценария", "Дано ", "И ", "Но ")
# English keywords with what stands behind them, and the Russian ones; the longest first.
ENGLISH = sorted(
    {
        (f"{word}{mark}", f"{_usual(RUSSIAN[kind])}{mark}")
        for kind, mark in [(kind, ":") for kind in SECTION_KINDS] + [(kind, "") for kind in STEP_KINDS]
        for word in ENGLISH_WORDS[kind]
        if word != "* "
    },
    key=lambda pair: -len(pair[0]),
)
INNOCENT = ("например", "путь")


@lru_cache(maxsize=4096)
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


def slip(line: str, meant: str) -> str:
    """Say in what a line differs from one that begins with the keyword it was meant to begin with."""
    if meant.endswith(":"):
        return "без двоеточия" if ":" not in line else _misspelt(line.partition(":")[0], meant[:-1])
    first = line.split(maxsplit=1)[0]
    if first.endswith(":"):
        return "с лишним двоеточием"
    return _misspelt(first, meant)


def _misspelt(word: str, meant: str) -> str:
    small = word != meant and word.strip().casefold() == meant.casefold()
    return "со строчной буквы" if small else "с опечаткой"


def restored(line: str, meant: str) -> str:
    """Return a line as it was probably meant: with this keyword instead of the misprint it begins with."""
    before, colon, after = line.partition(":")
    if meant.endswith(":") and colon:
        return f"{meant}{after}"
    words = len(meant.split()) if meant.endswith(":") else 1
    return " ".join([meant, *line.split()[words:]])


def english_keyword(line: str) -> tuple[str, str] | None:
    """Return the English keyword that a line begins with, as Gherkin has it, and the Russian one, if it does."""
    return next((pair for pair in ENGLISH if line.startswith(pair[0])), None)


def in_russian_words(line: str) -> str:
    """Return a line with the Russian keyword instead of the English one it begins with, if it does."""
    text = line.lstrip()
    found = english_keyword(text)
    return line if found is None else line[: len(line) - len(text)] + found[1] + text[len(found[0]) :]
