"""The one way to write a step's sentence: typed placeholders, «ёлочки», the whole sentence, case and all."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, wraps
from itertools import product
from typing import Any, ParamSpec, TypeVar
from unicodedata import normalize

import pytest_bdd
from pytest_bdd.parsers import StepParser

from fixtures.conduct.deeds import Deed
from steps.language.kinds import KINDS, SlotKind
from steps.language.quoting import QUOTABLE, guillemets
from steps.language.spelling import IN_PLACE, SLIPS, blur

P = ParamSpec("P")
T = TypeVar("T")

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
TYPED = re.compile(r"([a-z_][a-z0-9_]*):([A-Z]\w*)(?:=([^{}]+))?")
ARRANGED = "is arranged"
RESERVED = ("datatable", "docstring", "request")


@dataclass(frozen=True)
class Slot:
    """A typed placeholder of a sentence; `called` is what stands there when the sentence is shown to a reader."""

    name: str
    kind: SlotKind
    called: str


class Sentence(StepParser):
    """A sentence with typed placeholders that fits a step as a whole or not at all."""

    def __init__(self, pattern: str, columns: Sequence[str] = ()) -> None:
        """Read the pattern; an untyped, unknown or repeated placeholder is a `ValueError` in Russian.

        `columns` are the types of the cells of its table, from left to right.
        """
        super().__init__(normalize("NFC", pattern))
        self.columns = tuple(_kind(column, pattern) for column in columns)
        self.parts = _parts(guillemets(self.name), pattern)
        self.slots = {part.name: part.kind for part in self.parts if isinstance(part, Slot)}
        self._regex = re.compile(self._written(lambda slot: f"(?P<{slot.name}>{slot.kind.regex})"))
        # Tells most sentences from one another, sooner than a pattern.
        self._begins = self.parts[0] if isinstance(self.parts[0], str) else ""
        self._places: dict[str, list[tuple[SlotKind, str]]] = {}  # the same sentences stand in many scenarios
        self.does: frozenset[Deed] = frozenset()  # what its definition declares

    def is_matching(self, name: str) -> bool:
        """Say whether the step's text is this sentence."""
        text = guillemets(name)
        return text.startswith(self._begins) and self._regex.fullmatch(text) is not None

    def parse_arguments(self, name: str) -> dict[str, Any] | None:
        """Return the placeholders' values, converted to their types."""
        found = self._regex.fullmatch(guillemets(name))
        if found is None:
            return None
        return {slot: kind.convert(found[slot]) for slot, kind in self.slots.items()}

    def places(self, text: str) -> list[tuple[SlotKind, str]]:
        """Return what stands in the places of a step's text that is this sentence, each with what may stand there."""
        if text not in self._places:
            found = self._regex.fullmatch(guillemets(text))
            self._places[text] = [(kind, found[slot]) for slot, kind in self.slots.items()] if found else []
        return self._places[text]

    def refuses(self, text: str) -> str | None:
        """Say why a step's text that is this sentence cannot be meant: a phone of eight digits, a trouble unknown."""
        found = self._regex.fullmatch(guillemets(text))
        told = (kind.refuses(found[slot]) for slot, kind in self.slots.items()) if found else iter(())
        return next(filter(None, told), None)

    def misfit(self, rows: Sequence[Sequence[str]]) -> str | None:
        """Say which cell of a table the step could not read, None if it reads them all."""
        if self.columns and len(rows[0]) != len(self.columns):
            return (
                f"в таблице столбцов {len(rows[0])}, а шаг «{in_words(self.name)}» читает {len(self.columns)}"
            )
        for number, row in enumerate(rows, start=1):
            for cell, kind in zip(row, self.columns, strict=False):
                if re.fullmatch(kind.in_cell or kind.regex, cell) is None:
                    return f"в строке {number} таблицы ячейка «{cell}» не подходит, здесь {kind.meaning}"
                if why := kind.refuses(cell):
                    return f"в строке {number} таблицы {why}"
        return None

    def parse_table(self, rows: Sequence[Sequence[str]]) -> list[Any]:
        """Return the rows with their cells converted to their types; of one column, the cells themselves."""
        if not self.columns:
            return [list(row) for row in rows]
        read = [[kind.convert(cell) for cell, kind in zip(row, self.columns, strict=True)] for row in rows]
        return read if len(self.columns) > 1 else [cell for [cell] in read]

    def nearly_matches(self, text: str, blur: Callable[[str], str]) -> bool:
        """Say whether the text would be this sentence if both were blurred, e.g. ё written as е."""
        blurred = self._written(lambda slot: slot.kind.blurred(blur), blur)
        return re.fullmatch(blurred, blur(guillemets(text))) is not None

    def corrected(self, text: str) -> str | None:
        """Return this sentence with what stands in the places of a text that slips alone keep from being it."""
        plain = blur(guillemets(text), [undo for undo, _ in SLIPS if undo not in IN_PLACE])
        found = self._blurred.fullmatch(blur(plain, IN_PLACE))
        return self._filled(lambda slot: plain[slice(*found.span(slot))]) if found else None

    def quoted(self, text: str) -> str | None:
        """Return this sentence with what stands in its places if only the quotes are missing in a text."""
        found = self._unquoted.fullmatch(text) if self._has_quotes else None
        if (
            found is None
            or self.is_matching(text)
            or any(self.slots[slot].refuses(found[slot]) for slot in self.slots)
        ):
            return None
        return self._filled(found.__getitem__)

    @cached_property
    def _blurred(self) -> re.Pattern[str]:
        return re.compile(self._written(lambda slot: f"(?P<{slot.name}>{slot.kind.blurred(blur)})", blur))

    @cached_property
    def _has_quotes(self) -> bool:
        return any(isinstance(part, str) and part.endswith("«") for part in self.parts)

    @cached_property
    def _unquoted(self) -> re.Pattern[str]:
        """What stands without quotes is one of a list, or begins like a caption: a capital, a digit, a plus."""
        written = self._written(lambda slot: f"(?P<{slot.name}>{_unquoted(slot.kind)})")
        return re.compile(written.replace("«", "«?").replace("»", "»?"))

    def _filled(self, inside: Callable[[str], str]) -> str:
        return "".join(
            _known_word(part.kind, inside(part.name)) if isinstance(part, Slot) else part
            for part in self.parts
        )

    def _written(self, slot: Callable[[Slot], str], text: Callable[[str], str] = str) -> str:
        return "".join(slot(part) if isinstance(part, Slot) else re.escape(text(part)) for part in self.parts)


def _unquoted(kind: SlotKind) -> str:
    if kind.words or QUOTABLE not in kind.regex:
        return kind.regex
    return r"[^«»\"']+" if kind.listed else r"[A-ZА-ЯЁ\d+][^«»\"']*"


def _known_word(kind: SlotKind, word: str) -> str:
    """The word of a closed list that this one is but for slips; any other word as it is."""
    return next((each for each in kind.words if blur(each) == blur(word)), word)


def _parts(text: str, pattern: str) -> list[str | Slot]:
    """Split a pattern into literal text and slots."""
    pieces = PLACEHOLDER.split(text)
    slots = [_slot(piece, pattern) for piece in pieces[1::2]]
    names = [slot.name for slot in slots]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise ValueError(f"Шаг «{pattern}»: место {{{twice}}} названо дважды.")
    return [slots[i // 2] if i % 2 else piece for i, piece in enumerate(pieces)]


def _slot(inside: str, pattern: str) -> Slot:
    found = TYPED.fullmatch(inside)
    if found is None:
        raise ValueError(
            f"Шаг «{pattern}»: у места {{{inside}}} нет типа. Напишите {{имя:Тип}}, типы: {', '.join(KINDS)}."
        )
    name, kind_name, called = found.groups()
    if name in RESERVED:
        raise ValueError(f"Шаг «{pattern}»: имя «{name}» занято, выберите другое.")
    kind = _kind(kind_name, pattern)
    return Slot(name, kind, called or kind.called)


def _kind(name: str, pattern: str) -> SlotKind:
    if name not in KINDS:
        raise ValueError(f"Шаг «{pattern}»: неизвестный тип «{name}». Есть: {', '.join(KINDS)}.")
    return KINDS[name]


def spelled_out(pattern: str) -> list[str]:
    """The pattern with every choice of the words where only certain words may stand."""
    pieces = re.split(r"(\{[^{}]*\})", pattern)
    kinds = (KINDS.get(found[2]) if (found := TYPED.fullmatch(piece[1:-1])) else None for piece in pieces)
    choices = [
        kind.words if kind and kind.words else (piece,) for piece, kind in zip(pieces, kinds, strict=True)
    ]
    return ["".join(spelling) for spelling in product(*choices)]


def in_words(pattern: str) -> str:
    """The pattern as a reader may see it: «нажимаю «надпись»», with no types of placeholders."""
    return PLACEHOLDER.sub(_shown, pattern)


def _shown(place: re.Match[str]) -> str:
    found = TYPED.fullmatch(place[1])
    return (found[3] or KINDS[found[2]].called) if found and found[2] in KINDS else place[0]


def sentence(pattern: str, columns: Sequence[str] = ()) -> Sentence:
    """Describe a step's sentence; placeholders are `{name:Type}` with a type of `KINDS`.

    `{name:Type=words}` says which words stand there where the sentence is shown, e.g. in another case. A step with a
    table under it names the types of its columns and takes the table as `datatable`.
    """
    return Sentence(pattern, columns)


def given(
    words: Sentence, target_fixture: str | None = None, does: Sequence[Deed] = ()
) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Define what holds before: a step written with «Дано», «Допустим» or «Пусть».

    `does` declares here, as in all of these, what the step may do to the system; one that declares nothing is carried
    out on no stand that is live.
    """
    return _definition([pytest_bdd.given], words, does, target_fixture)


def when(words: Sentence, does: Sequence[Deed] = ()) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Define what a person does: a step written with «Когда» or «Если»."""
    return _definition([pytest_bdd.when], words, does)


def then(words: Sentence, does: Sequence[Deed] = ()) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Define what a person sees: a step written with «Тогда», «То» or «Затем»."""
    return _definition([pytest_bdd.then], words, does)


def given_or_when(words: Sentence, does: Sequence[Deed] = ()) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Define what a person does, or has done before the scenario is about it."""
    return _definition([pytest_bdd.given, pytest_bdd.when], words, does)


def given_or_when_arranged(
    words: Sentence, does: Sequence[Deed] = ()
) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Define a whole way: with «Когда» a person goes it, with «Дано» the stand may arrange what it leads to.

    The function takes an `actor`, who knows whether that is done here.
    """
    return _definition([pytest_bdd.given, pytest_bdd.when], words, does, arranging=True)


def is_arranged(function: Callable[..., Any]) -> bool:
    """Whether a definition's function lets the stand arrange what it leads to."""
    return getattr(function, ARRANGED, False)


def _arranging(function: Callable[P, T]) -> Callable[P, T]:
    @wraps(function)
    def arranging(*arguments: P.args, **named: P.kwargs) -> T:
        actor: Any = named["actor"]
        with actor.arranging():
            return function(*arguments, **named)

    setattr(arranging, ARRANGED, True)
    return arranging


def _definition(
    keywords: Sequence[Callable[..., Any]],
    words: Sentence,
    does: Sequence[Deed],
    target_fixture: str | None = None,
    arranging: bool = False,
) -> Callable[[Callable[P, T]], Callable[P, T]]:
    if not isinstance(words, Sentence):
        raise TypeError(f"Шаг {words!r}: предложение пишется через sentence(…).")
    words.does = frozenset(does)
    registers = [keyword(words, target_fixture=target_fixture, stacklevel=2) for keyword in keywords]

    def define(function: Callable[P, T]) -> Callable[P, T]:
        wanted = [*words.slots, *(["datatable"] if words.columns else [])]
        missing = [name for name in wanted if name not in inspect.signature(function).parameters]
        if missing:
            raise TypeError(f"Шаг «{words.name}»: функция не принимает {', '.join(missing)}.")
        forms = [_arranging(function) if arranging else function, *[function] * (len(registers) - 1)]
        for register, form in zip(registers, forms, strict=True):
            register(form)
        return function

    return define
