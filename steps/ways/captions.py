"""The captions of each journal that whole ways need, from `journals.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("journals.toml")


@dataclass(frozen=True)
class Captions:
    """What one journal, and VK ID for it, call the things on a whole way."""

    desk: str
    path: str
    before: str
    after: str
    link: str
    linked: str
    window: str
    unlink: tuple[str, ...]
    phone: str
    code_button: str
    choice_title: str
    choice_button: str
    birth_date: str


@cache
def captions_of(journal: str) -> Captions:
    """The captions of that journal; `like` takes over another journal's."""
    tables = tomllib.loads(FILE.read_text(encoding="utf-8"))
    table = _inherited(tables, journal)
    return Captions(**{**table, "unlink": tuple(table["unlink"])})


def _inherited(tables: dict[str, dict[str, Any]], journal: str) -> dict[str, Any]:
    table = dict(tables[journal])
    model = table.pop("like", None)
    return {**_inherited(tables, model), **table} if model else table
