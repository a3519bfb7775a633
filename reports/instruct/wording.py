"""The sentences of scenarios in the words of an instruction for people; the words themselves lie in wording.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic.dataclasses import dataclass

from reports.record.clauses import Clause
from reports.record.facts import ActionDone
from reports.record.tables import TABLE, Text, read_tables

FILE = Path(__file__).with_name("wording.toml")
PLACE = re.compile(r"\{(\w+)[^}]*\}")
PERSONAL = re.compile(r"\+?7[\d\s()-]{9,}|\S+@\S+|\*\*\*")  # what is true of the invented person alone
LONGEST = 8  # words: a longer caption is not told, the picture has it


class NotSayable(ValueError):
    """There are no words for a sentence; the message is Russian and names the file to put them into."""


@dataclass(frozen=True, config=TABLE)
class Typed:
    """What is said of a value or of a field that looks so; each is the whole of it."""

    text: Text
    value: str = ".*"
    label: str = ".*"


@dataclass(frozen=True, config=TABLE)
class Silent:
    """Sentences that a reader of an instruction does not need."""

    sentences: tuple[str, ...]


@dataclass(frozen=True, config=TABLE)
class Words:
    """The whole table: by sentence, what a person reads instead of it."""

    deeds: Mapping[str, Text]
    typed: tuple[Typed, ...]
    sights: Mapping[str, Text]
    things: Mapping[str, Text]
    endings: Mapping[str, Text]
    checks: Mapping[str, Text]
    motions: Mapping[str, Text]
    silent: Silent
    warnings: Mapping[str, Text]

    def knows_deed(self, pattern: str) -> bool:
        """Whether there are words for what a person does by this sentence."""
        return key_of(pattern) in self.deeds

    def deed(self, pattern: str, sentence: str) -> str:
        """Return what a person is told to do; raise NotSayable."""
        key, said = key_of(pattern), places(pattern, sentence)
        if "value" in said and "label" in said:
            for one in self.typed:
                if re.fullmatch(one.value, said["value"]) and re.fullmatch(one.label, said["label"]):
                    return one.text.format(**said)
        if key not in self.deeds:
            raise NotSayable(f"Для действия «{key}» в {FILE.name} нет слов: добавьте строку в [deeds]")
        return self.deeds[key].format(**said)

    def motion(self, action: ActionDone) -> str:
        """Return what a person is told to do, of a single movement; raise NotSayable."""
        if action.verb not in self.motions:
            raise NotSayable(
                f"Для движения «{action.verb}» в {FILE.name} нет слов: добавьте строку в [motions]"
            )
        return self.motions[action.verb].format(label=action.label)

    def check(self, pattern: str, sentence: str) -> str:
        """Return what a person is told to look at, nothing if that is no check for a person."""
        return self.checks.get(key_of(pattern), "").format(**places(pattern, sentence))

    def sight(self, pattern: str, sentence: str) -> str:
        """Return what a person will see, as a sentence; nothing if it is none."""
        return _tellable(self.sights, pattern, sentence)

    def thing(self, pattern: str, sentence: str, at_the_end: bool) -> str:
        """Return what a person will see, to be listed; nothing if it is not to be told. Raise NotSayable."""
        known = (self.sights, self.things, self.endings, self.silent.sentences)
        if not any(key_of(pattern) in each for each in known):
            raise NotSayable(
                f"Для «{key_of(pattern)}» в {FILE.name} нет слов: добавьте строку в [sights], [things], "
                "[endings] или [silent]"
            )
        told = {**self.things, **self.endings} if at_the_end else self.things
        return _tellable(told, pattern, sentence)

    def warning(self, clause: Clause) -> str:
        """Return what a person is warned of."""
        return self.warnings.get(clause.id, clause.text)


@cache
def words() -> Words:
    """Return the table; raises TableUnsound."""
    return read_tables(FILE, Words)


def key_of(pattern: str) -> str:
    """Return a definition's pattern as the table names it, without the types of its places."""
    return PLACE.sub(r"{\1}", pattern)


def places(pattern: str, sentence: str) -> dict[str, str]:
    """Return what stands in the places of a sentence, whatever word it begins with."""
    parts = PLACE.split(pattern)
    written = "".join(
        f"(?P<{part}>.*)" if number % 2 else re.escape(part) for number, part in enumerate(parts)
    )
    found = re.search(f"{written}$", sentence, re.DOTALL)
    return found.groupdict() if found else {}


def _tellable(known: Mapping[str, str], pattern: str, sentence: str) -> str:
    """Say it unless it is true of the invented person alone, or too long to be told."""
    said = places(pattern, sentence)
    if any(PERSONAL.search(value) or len(value.split()) > LONGEST for value in said.values()):
        return ""
    return known.get(key_of(pattern), "").format(**said)
