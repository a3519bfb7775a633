"""What a person saw on a walk through systems that are not ours: one file, written while they walk, masked already."""

from __future__ import annotations

import json
import re
from collections.abc import Set
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from reports.record.facts import Fact
from reports.record.folder import write_whole

SUFFIX = ".observation.json"
FORMAT = 1
BUTTON, FIELD, TEXT = "button", "field", "text"
KINDS = {BUTTON: "кнопка", FIELD: "поле", TEXT: "текст", "title": "название экрана"}


class ObservationUnreadable(ValueError):
    """A file is no observation; the message is Russian."""


@dataclass(frozen=True)
class SeenCaption(Fact):
    """What was read in one place of a screen, and what it was there: a button, a field, a text."""

    kind: str = TEXT
    text: str = ""


@dataclass(frozen=True)
class SeenAction(Fact):
    """What was done there: its verb and the caption it was aimed at; what was typed is never told."""

    verb: str = ""
    label: str = ""


@dataclass(frozen=True)
class SeenScreen(Fact):
    """A screen from when it came until another one came: all its captions in the order in which they are read.

    `picture` is a JPEG in base64, empty where none could be taken.
    """

    system: str = ""
    title: str = ""
    address: str = ""
    captions: tuple[SeenCaption, ...] = field(default=(), metadata={"read": SeenCaption.read_all})
    actions: tuple[SeenAction, ...] = field(default=(), metadata={"read": SeenAction.read_all})
    picture: str = ""

    @property
    def called(self) -> str:
        """What people call it: its title, or where it is."""
        return self.title or self.address or self.system

    def is_still(self, later: SeenScreen) -> bool:
        """Whether a later look is at the same screen: called the same, with half of the smaller one's words."""
        if (self.system, self.title) != (later.system, later.title):
            return False
        return alike({one.text for one in self.captions}, {one.text for one in later.captions})

    def with_more(self, later: SeenScreen) -> SeenScreen:
        """The same screen with all that a later look at it adds."""
        known = {_steady(one.text) for one in self.captions}
        more = tuple(one for one in later.captions if _steady(one.text) not in known)
        actions = (*self.actions, *later.actions)
        picture = self.picture or later.picture
        return replace(self, captions=(*self.captions, *more), actions=actions, picture=picture)


@dataclass(frozen=True)
class Observation(Fact):
    """One walk: on which stand, by which instruction, on which day, and the screens in the order they came.

    `situation` says what the person had at VK ID, in the words of «Дано»; `detours` are titles of what stands in
    the way there and is known to. `simulated` are the sites that were our own simulator: what is seen there proves
    nothing of its guesses.
    """

    format: int = FORMAT
    stand: str = ""
    place: str = ""
    instruction: str = ""
    situation: str = ""
    day: str = ""
    screens: tuple[SeenScreen, ...] = field(default=(), metadata={"read": SeenScreen.read_all})
    detours: tuple[str, ...] = field(default=(), metadata={"read": tuple})
    simulated: tuple[str, ...] = field(default=(), metadata={"read": tuple})

    @property
    def date(self) -> date:
        """The day it was made."""
        return date.fromisoformat(self.day)

    def write(self, path: Path) -> None:
        """Put it into its file, whole or not at all."""
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, [json.dumps(self.as_json(), ensure_ascii=False, indent=1)])


def _steady(text: str) -> str:
    """A caption without what its clock shows."""
    return re.sub(r"\d+:\d\d", "", text)


def alike(one: Set[str], other: Set[str]) -> bool:
    """Whether half of what the smaller one says is said by both."""
    return 2 * len(one & other) >= min(len(one), len(other))


def read_observation(path: Path) -> Observation:
    """Return what a file tells; raise ObservationUnreadable."""
    try:
        told: Any = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ObservationUnreadable(f"Файла {path} нет. Запишите его: python3 svyazka.py observe") from None
    except (OSError, ValueError) as error:
        raise ObservationUnreadable(f"{path}: это не наблюдение, файл не читается") from error
    try:
        seen = Observation.read(told)
        if seen.format != FORMAT:
            raise ValueError
        seen.date  # noqa: B018 - raises where it is none
    except (TypeError, ValueError, AttributeError, KeyError) as error:
        raise ObservationUnreadable(f"{path}: это не наблюдение или оно записано другой версией") from error
    return seen
