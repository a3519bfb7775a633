"""What may stand in ФИО, birth date and sex: they must be real, says every instruction."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

EARLIEST_BIRTH = date(1900, 1, 1)
SEXES = {"female": "Женский", "male": "Мужской"}
_NAME = re.compile(r"[А-ЯЁ][а-яё]+(?:[ -][А-ЯЁа-яё][а-яё]+)*")


def is_real_name(text: str) -> bool:
    """Whether the text can be a person's name: Cyrillic, from a capital, two letters at least, maybe a hyphen."""
    return _NAME.fullmatch(text) is not None


def is_real_birth_date(born: date, today: date) -> bool:
    """Whether a living person can have been born on that day."""
    return EARLIEST_BIRTH <= born <= today


def particulars_as_json(particulars: dict[str, Any]) -> dict[str, Any]:
    """The particulars as a JSON column keeps them."""
    return {**particulars, "birth_date": particulars["birth_date"].isoformat()}


def particulars_from_json(data: dict[str, Any]) -> dict[str, Any]:
    """The particulars, or the part of them that is there, out of a JSON column."""
    return {
        name: date.fromisoformat(value) if name == "birth_date" else value for name, value in data.items()
    }
