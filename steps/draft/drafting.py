"""A draft as a whole: the feature, the list of its clauses, and the account of every sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reports.record.clauses import Instruction
from reports.texts.document import Document
from reports.texts.kinds import SentenceKind
from steps.draft.clause_list import NewList, new_list
from steps.draft.marking import KnownSource, known_source
from steps.draft.passages import Way, title_of, ways_of
from steps.draft.writing import Written, feature, scenarios_of
from steps.language.rules.unwritten import OPENING

LATIN = dict(zip("абвгдеёзийклмнопрстуфыэ", "abvgdeeziiklmnoprstufye", strict=True))
LATIN |= dict(zip("жхцчшщюяъь", ("zh", "kh", "ts", "ch", "sh", "sch", "yu", "ya", "", ""), strict=True))


class NothingToDraft(ValueError):
    """A document says nothing that a person does or sees; the message is Russian."""


@dataclass(frozen=True)
class Account:
    """What became of the sentences of a document: each is counted once."""

    understood: int
    partly: int
    told: int
    silent: int

    @property
    def all(self) -> int:
        """How many there were."""
        return self.understood + self.partly + self.told + self.silent


@dataclass(frozen=True)
class Draft:
    """Scenarios drafted from a document; `made` is the list of their clauses, None where one is known already."""

    document: Document
    ways: Sequence[Way]
    known: KnownSource | None
    made: NewList | None

    @property
    def id(self) -> str:
        """The instruction's short name, which its clauses begin with."""
        return self.known.instruction.id if self.known else self.made.id if self.made else ""

    @cached_property
    def scenarios(self) -> list[Written]:
        """The scenarios, each way before its forks."""
        marks = self.known or self.made
        assert marks is not None
        return scenarios_of(self.ways, marks)

    @property
    def feature(self) -> str:
        """The text of the feature."""
        about = f"Черновик по документу «{self.document.name}». Строки «{OPENING}» ждут ваших слов."
        return feature(title_of(self.document), about, [self.id] if self.known else [], self.scenarios)

    @property
    def steps(self) -> int:
        """How many steps there are, those that only lead to a fork among them."""
        return sum(not line.startswith("#") for scenario in self.scenarios for line in scenario.lines)

    @property
    def unwritten(self) -> int:
        """How many places wait for a person."""
        return sum(line.strip().startswith(OPENING) for line in self.feature.splitlines())

    @property
    def account(self) -> Account:
        """What became of each sentence."""
        passages = [passage for way in self.ways for passage in way.passages]
        found = Counter(
            "partly"
            if each.unknown or each.left_out
            else "understood"
            if each.acts
            else "silent"
            if each.kind is SentenceKind.NAMES
            else "told"
            for each in passages
        )
        return Account(found["understood"], found["partly"], found["told"], found["silent"])


def drafted(document: Document, lists: Sequence[Instruction], name: str = "") -> Draft:
    """Draft scenarios from a document; raises NothingToDraft.

    `name` is what the clauses of a new list begin with; without one it is made of the document's own.
    """
    ways = ways_of(document)
    if not any(passage.acts for way in ways for passage in way.passages):
        raise NothingToDraft(f"{document.name}: ни одного действия не найдено. Это точно инструкция?")
    known = known_source(document, lists)
    made = None if known else new_list(name or short_name(document.name), document, ways)
    return Draft(document, ways, known, made)


def short_name(file: str) -> str:
    """Return a name in Latin letters, as clauses want it, for a file."""
    stem = file.rpartition(".")[0] or file
    latin = "".join(LATIN.get(letter, letter) for letter in stem.lower())
    return re.sub(r"[^a-z0-9]+", "_", latin).strip("_") or "draft"
