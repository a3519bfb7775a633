"""What a person is asked on a walk: the clauses in order, each with what to do or to see, and how to answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from reports.record.clauses import Clause, Instruction
from reports.sections import titled

# An answer, and the verdict that it is.
ANSWERS = {"так": "confirmed", "не так": "differs", "не дошёл": "unchecked"}
TASKS = {
    "действие": "Что сделать",
    "ожидание": "Должно быть",
    "предупреждение": "Проверьте",
    "факт": "Проверьте",
}
HEAD = ("Дата", "Место", "Роль")
NUMBER, CLAUSE, TASK, LABELS, ANSWER, SEEN, PICTURE, SENTENCE = COLUMNS = (
    *("№", "Пункт", "Что сделать или увидеть", "Надписи", "Ответ", "Что на экране", "Снимок"),
    "Фраза (не менять)",
)
MARK = "f-"  # before a fingerprint: without it a spreadsheet takes some of them for numbers


class NoSuchVariant(ValueError):
    """The instruction has no such variant; the message is Russian and names those it has."""


@dataclass(frozen=True)
class Row:
    """A clause of the form; `section` is the heading it stands under."""

    number: int
    section: str
    clause: Clause

    @property
    def task(self) -> str:
        """What is asked of the person: «Что сделать», «Должно быть»."""
        return TASKS[self.clause.kind]

    @property
    def labels(self) -> str:
        """The captions to be compared to the letter."""
        return ", ".join(f"«{label}»" for label in self.clause.labels)

    @property
    def sentence(self) -> str:
        """What the source's words are known by, so that an answer stays about them."""
        return " ".join(f"{MARK}{one}" for one in self.clause.fingerprints)


@dataclass(frozen=True)
class Form:
    """The clauses of an instruction, or of one of its variants, as a list for a walk."""

    instruction: Instruction
    rows: tuple[Row, ...]
    variant: str = ""

    @property
    def name(self) -> str:
        """What its files are called."""
        return f"{self.instruction.id}-{self.variant}" if self.variant else self.instruction.id

    @property
    def sections(self) -> list[tuple[str, list[Row]]]:
        """The rows under their headings."""
        return [(title, list(rows)) for title, rows in groupby(self.rows, key=lambda row: row.section)]


def form_of(instruction: Instruction, variant: str = "") -> Form:
    """Return the form of an instruction; with a variant («1») without what belongs to others; raises NoSuchVariant."""
    placed = list(titled(instruction))
    known = list(dict.fromkeys(way for (_, way), _ in placed if way))
    chosen = f"v{variant}" if variant else ""
    if chosen and chosen not in known:
        raise NoSuchVariant(_which(instruction, known))
    asked = [(title, clause) for (title, way), clause in placed if not chosen or way in ("", chosen)]
    rows = tuple(Row(number, title, clause) for number, (title, clause) in enumerate(asked, 1))
    return Form(instruction, rows, chosen)


def _which(instruction: Instruction, known: Sequence[str]) -> str:
    if not known:
        return f"у инструкции {instruction.id} вариантов нет: уберите ключ --variant"
    return f"у инструкции {instruction.id} есть варианты: {', '.join(one[1:] for one in known)}"
