"""ФИО, birth date and sex of somebody, and what may stand there: they must be real, says every instruction."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

EARLIEST_BIRTH = date(1900, 1, 1)
SEXES = {"female": "Женский", "male": "Мужской"}
_NAME = re.compile(r"[А-ЯЁ][а-яё]+(?:[ -][А-ЯЁа-яё][а-яё]+)*")


@dataclass(frozen=True)
class Particulars:
    """Who somebody is, or says to be; the base of whatever has these."""

    last_name: str
    first_name: str
    middle_name: str
    birth_date: date
    sex: str

    @property
    def full_name(self) -> str:
        """Фамилия Имя Отчество, without gaps where a part is missing."""
        return " ".join(part for part in (self.last_name, self.first_name, self.middle_name) if part)

    @property
    def short_name(self) -> str:
        """How a screen names somebody to a person who has not proven everything yet: Мария В."""
        return f"{self.first_name} {self.last_name[:1]}."

    @property
    def particulars(self) -> dict[str, Any]:
        """The five of them as form data."""
        return {name: getattr(self, name) for name in PARTICULARS}


PARTICULARS = tuple(field.name for field in fields(Particulars))


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
