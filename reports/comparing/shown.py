"""What the simulator shows on the ways of a journal, as it tells it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from reports.comparing.wording import has_words
from reports.record.facts import Fact
from reports.record.situations import WITH_PROFILE, WITH_VK_ID, WITHOUT

TITLE = "title"
# What there is to say of whoever walks a way; the keys are the simulator's.
SAID_OF = {
    "with_profile": WITH_PROFILE,
    "with_vk_id": WITH_VK_ID,
    "without_vk_id": WITHOUT,
    "remembered_with_profile": WITH_PROFILE,
    "remembered_without_profile": WITH_VK_ID,
}
REMEMBERED = "remembered"
ROLES = {"teacher": "учитель", "parent": "родитель", "pupil": "ученик"}


@dataclass(frozen=True)
class ShownCaption(Fact):
    """A caption of the simulator; `keys` are those of `site.toml` whose words it may be, the likeliest first."""

    kind: str = ""
    text: str = ""
    optional: bool = False
    keys: tuple[str, ...] = field(default=(), metadata={"read": tuple})

    @property
    def key(self) -> str:
        """Where it most likely stands; empty for what no file says."""
        return self.keys[0] if self.keys else ""


@dataclass(frozen=True)
class ShownScreen(Fact):
    """A screen of the simulator; `screen` is its name where it is one of VK ID's."""

    system: str = ""
    screen: str = ""
    captions: tuple[ShownCaption, ...] = field(default=(), metadata={"read": ShownCaption.read_all})

    @cached_property
    def title(self) -> ShownCaption:
        """What it is called."""
        return next((one for one in self.captions if one.kind == TITLE), ShownCaption(TITLE))

    @cached_property
    def said(self) -> tuple[ShownCaption, ...]:
        """What else is read on it, but for what belongs to one person alone."""
        return tuple(one for one in self.captions if one.kind != TITLE and has_words(one.text))

    @cached_property
    def expected(self) -> tuple[ShownCaption, ...]:
        """What everybody who comes there sees at once."""
        return tuple(one for one in self.said if not one.optional)

    @property
    def personal(self) -> int:
        """How many lines belong to one person alone."""
        return sum(one.kind != TITLE and not has_words(one.text) for one in self.captions)


@dataclass(frozen=True)
class Way(Fact):
    """What one person meets: in which case and role they are, and the screens one after the other."""

    case: str = ""
    role: str = ""
    journey: tuple[str, ...] = field(default=(), metadata={"read": tuple})
    screens: tuple[ShownScreen, ...] = field(default=(), metadata={"read": ShownScreen.read_all})

    @property
    def words(self) -> str:
        """Whose way it is."""
        known = ", браузер помнит VK ID" if self.case.startswith(REMEMBERED) else ""
        return f"{ROLES.get(self.role, self.role)}, {self.situation}{known}"

    @property
    def situation(self) -> str:
        """What there is to say of this person."""
        return SAID_OF.get(self.case, self.case)


def _pairs(told: Iterable[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((one[0], one[1]) for one in told)


@dataclass(frozen=True)
class Shown(Fact):
    """All ways of one journal, and which keys of its file are guessed, or were observed elsewhere by now.

    `titles` are those of the screens that other journals' ways have, with their systems.
    """

    journal: str = ""
    name: str = ""
    assumed: tuple[str, ...] = field(default=(), metadata={"read": tuple})
    observed: tuple[str, ...] = field(default=(), metadata={"read": tuple})
    titles: tuple[tuple[str, str], ...] = field(default=(), metadata={"read": _pairs})
    ways: tuple[Way, ...] = field(default=(), metadata={"read": Way.read_all})

    def is_assumed(self, key: str) -> bool:
        """Whether the words of a key are guessed, or those of a whole table it stands in."""
        return key not in self.observed and any(
            key == one or key.startswith(f"{one}.") for one in self.assumed
        )

    def screens(self) -> Iterator[ShownScreen]:
        """Every screen of every way."""
        for way in self.ways:
            yield from way.screens


def read_shown(told: str) -> Shown:
    """Return what the simulator told as JSON."""
    return Shown.read(json.loads(told))
