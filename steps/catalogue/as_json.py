"""The catalogue for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from steps.catalogue.entry import Entry, Use


def as_json(entries: Sequence[Entry]) -> str:
    """Return the entries as a JSON array."""
    return json.dumps([_entry(entry) for entry in entries], ensure_ascii=False, indent=2)


def _entry(entry: Entry) -> dict[str, Any]:
    plain = ("sentence", "pattern", "keywords", "help", "synonyms", "topic", "module", "function", "source")
    return {
        **{name: getattr(entry, name) for name in plain},
        "places": [asdict(place) for place in entry.places],
        "wants_text": entry.wants_text,
        "columns": [asdict(place) for place in entry.columns],
        "example": _use(entry.example) if entry.example else None,
        "used": len(entry.uses),
        "uses": [use.at for use in entry.uses],
    }


def _use(use: Use) -> dict[str, Any]:
    return {"text": use.text, "table": use.table, "words": use.words, "at": use.at}
