"""What the catalogue knows of one sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fixtures.conduct.deeds import HARMLESS, NEVER_LIVE, in_words
from steps.language.kinds import SlotKind
from steps.language.matching import Definition
from steps.language.sentence import Sentence, Slot

KEYWORDS_SAID = (
    "«Дано» — что есть до начала: какие люди, что у них есть, что уже сделано. «Когда» — что человек делает. "
    "«Тогда» — что он видит. «И» продолжает предыдущее слово. Действие пишут одними и теми же словами под «Дано» и под "
    "«Когда»: не удалось под «Дано» — сценарий сломался, о системе это ничего не говорит; не удалось под «Когда» — это "
    "находка."
)


TEXT_BELOW = 'Под ним текст: между строками из трёх кавычек (""")'


@dataclass(frozen=True)
class Place:
    """Something to be filled in, in a sentence or in a column of its table: what it is called, what it may be.

    The examples of one that `grows` are the names of all journals there are.
    """

    name: str
    called: str
    kind: str
    meaning: str
    examples: tuple[str, ...]
    quoted: bool = True
    grows: bool = False


@dataclass(frozen=True)
class Use:
    """A step of a scenario: its file and line, and how it is written, with its keyword and its table."""

    file: str
    line: int
    text: str
    table: tuple[tuple[str, ...], ...] = ()
    words: tuple[str, ...] = ()  # the lines of the text under it

    @property
    def at(self) -> str:
        """The file and the line."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True)
class Entry:
    """One sentence. `definitions` are those of its keywords; `uses` is empty where nobody has looked for them."""

    sentence: str
    keywords: tuple[str, ...]
    help: str
    synonyms: tuple[str, ...]
    places: tuple[Place, ...]
    columns: tuple[Place, ...]
    topic: str
    module: str
    function: str
    source: str
    definitions: tuple[Definition, ...]
    uses: tuple[Use, ...] = ()

    @property
    def wants_text(self) -> bool:
        """Whether a text between triple quotes stands under it."""
        return "docstring" in self.definitions[0].needs

    @property
    def on_live(self) -> str:
        """What of it a live system is spared, for whoever reads of it; empty if nothing that it does stays."""
        does = self.definitions[0].does
        if never := does & NEVER_LIVE:
            return f"На живой системе не выполняют: {in_words(never)}."
        lasting = does - HARMLESS
        return f"На живой системе — только если стенд позволяет: {in_words(lasting)}." if lasting else ""

    @property
    def pattern(self) -> str:
        """The sentence with the types of its places, as it is defined."""
        return self.definitions[0].pattern

    @property
    def parts(self) -> tuple[str | Slot, ...]:
        """The sentence in pieces: what is always so, and the places."""
        parser = self.definitions[0].context.parser
        return tuple(parser.parts) if isinstance(parser, Sentence) else (parser.name,)

    @property
    def identity(self) -> str:
        """A name for links that only a change of the wording changes."""
        return re.sub(r"\W+", "-", self.sentence).strip("-").lower()

    @property
    def files(self) -> list[str]:
        """The files it is used in."""
        return sorted({use.file for use in self.uses})

    @property
    def example(self) -> Use | None:
        """The use that is shown: the shortest, the first of equals; what a person does rather under «Когда»."""
        return min(self.uses, key=lambda use: (self._prepares(use), len(use.text), use.at), default=None)

    def _prepares(self, use: Use) -> bool:
        return "Когда" in self.keywords and use.text.startswith("Дано")


def place_of(name: str, kind_name: str, kind: SlotKind, called: str = "", quoted: bool = True) -> Place:
    """Return a place as its readers know it; where only certain names are right, they are its examples."""
    return Place(name, called or kind.called, kind_name, kind.meaning, _examples(kind), quoted, kind.grows)


def _examples(kind: SlotKind) -> tuple[str, ...]:
    return kind.examples or tuple(kind.names())
