"""The sentences a run could have said, as its record tells them: facts of the run as a whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from reports.record.facts import Fact


@dataclass(frozen=True)
class PlaceTold(Fact):
    """What is filled in at one place of a sentence or in one column of its table; `quoted` is within «ёлочки»."""

    called: str
    meaning: str = ""
    examples: tuple[str, ...] = field(default=(), metadata={"read": tuple})
    quoted: bool = True


@dataclass(frozen=True)
class SentenceTold(Fact):
    """A sentence as its reader sees it; pattern and source are those of its step definitions."""

    name: str
    sentence: str
    keywords: tuple[str, ...] = field(default=(), metadata={"read": tuple})
    help: str = ""
    synonyms: tuple[str, ...] = field(default=(), metadata={"read": tuple})
    topic: str = ""
    pattern: str = ""
    source: str = ""
    places: tuple[PlaceTold, ...] = field(default=(), metadata={"read": PlaceTold.read_all})
    columns: tuple[PlaceTold, ...] = field(default=(), metadata={"read": PlaceTold.read_all})
    wants_text: bool = False


@dataclass(frozen=True)
class CatalogueTold(Fact):
    """All sentences, by topic, and what is said once of the words they begin with."""

    MEDIA_TYPE: ClassVar[str] = "application/vnd.svyazka.catalogue+json"
    keywords: str = ""
    sentences: tuple[SentenceTold, ...] = field(default=(), metadata={"read": SentenceTold.read_all})
