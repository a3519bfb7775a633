"""The clauses of an instruction: what it says about behaviour, piece by piece. Scenarios name them, not the reverse."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).parents[2] / "fixtures" / "instructions"
KINDS = ("действие", "ожидание", "предупреждение", "факт")

# What each table may hold: the key, the type of its value, whether it must be there.
HEAD_KEYS = {
    "id": (str, True),
    "title": (str, True),
    "source": (str, True),
    "journal": (str, True),
    "file": (str, False),
    "silent": (list, False),
}
CLAUSE_KEYS = {
    "id": (str, True),
    "kind": (str, True),
    "text": (str, True),
    "sentences": (list, False),
    "where": (str, True),
    "labels": (list, False),
    "assumed": (list, False),
    "contradicts": (list, False),
    "checkable": (bool, False),
    "reason": (str, False),
}
LISTS = tuple(key for key, (kind, _) in CLAUSE_KEYS.items() if kind is list)
TYPE_NAMES = {str: "строка в кавычках", list: "список строк", bool: "true или false"}


PLACE = re.compile(r"([1-9]\d*):([0-9a-f]{8})")


class InstructionUnsound(ValueError):
    """A file of clauses holds something it may not; the message is Russian and names file and key."""


class Spot(NamedTuple):
    """A sentence of the source as it was when it was read: its number and its fingerprint, «13:e471d067»."""

    number: int
    fingerprint: str

    def __str__(self) -> str:
        return f"{self.number}:{self.fingerprint}"


@dataclass(frozen=True)
class Clause:
    """One piece of an instruction; `labels` are the source's own words, `assumed` are ours.

    `sentences` is where the source says it; `contradicts` names the clauses, of this list or another, that
    say something else of the same thing.
    """

    id: str
    kind: str
    text: str
    where: str
    sentences: tuple[Spot, ...] = ()
    labels: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    contradicts: tuple[str, ...] = ()
    checkable: bool = True
    reason: str = ""

    @property
    def group(self) -> str:
        """The word of the id that follows the instruction's."""
        return self.id.split(".")[1]


@dataclass(frozen=True)
class Instruction:
    """An instruction for people as a list of clauses, in the order of the source.

    `file` is the mask of the source's name, empty if there is none to compare with; `silent` are the sentences
    that say nothing of behaviour; `sections` gives a heading to the clauses from the first of a group on (`v1` of
    `perm.v1.3`).
    """

    id: str
    title: str
    source: str
    journal: str
    clauses: tuple[Clause, ...]
    file: str = ""
    silent: tuple[Spot, ...] = ()
    sections: Mapping[str, str] = field(default_factory=dict)


def load_instructions(folder: Path = FOLDER) -> dict[str, Instruction]:
    """Read every instruction of the folder, by id; raises InstructionUnsound."""
    instructions = {path.stem: load_instruction(path) for path in sorted(folder.glob("*.toml"))}
    _refuse_one_sided(instructions)
    return instructions


def load_instruction(path: Path) -> Instruction:
    """Read one instruction; raises InstructionUnsound."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InstructionUnsound(f"{path.name}: файл не читается как TOML: {error}") from error
    _refuse_others(path, "файл", data, ("instruction", "sections", "clause"))
    head = data.get("instruction", {})
    _check_table(path, "[instruction]", head, HEAD_KEYS)
    if head["id"] != path.stem:
        raise InstructionUnsound(f"{path.name}: [instruction]: id «{head['id']}» не совпадает с именем файла")
    clauses = tuple(_clause(path, number, table) for number, table in enumerate(data.get("clause", []), 1))
    _refuse_soundless(path, head["id"], clauses)
    places = _places(f"{path.name}: [instruction]: silent", head.get("silent", ()))
    sections = _sections(path, data.get("sections", {}), clauses)
    return Instruction(**{**head, "clauses": clauses, "silent": places, "sections": sections})


def _sections(path: Path, sections: Any, clauses: tuple[Clause, ...]) -> dict[str, str]:
    """Refuse a heading that is no text, or that no clause stands under."""
    if not isinstance(sections, dict) or not all(isinstance(title, str) for title in sections.values()):
        raise InstructionUnsound(f"{path.name}: [sections]: заголовки — строки в кавычках")
    for group in sections:
        if all(clause.group != group for clause in clauses):
            raise InstructionUnsound(f"{path.name}: [sections]: пунктов «{path.stem}.{group}…» нет")
    return dict(sections)


def _clause(path: Path, number: int, table: dict[str, Any]) -> Clause:
    place = f"пункт «{table['id']}»" if "id" in table else f"пункт № {number}"
    _check_table(path, place, table, CLAUSE_KEYS)
    if table["kind"] not in KINDS:
        raise InstructionUnsound(
            f"{path.name}: {place}: kind «{table['kind']}» неизвестен, есть: {', '.join(KINDS)}"
        )
    lists = {key: tuple(table.get(key, ())) for key in LISTS}
    if not all(isinstance(entry, str) for entries in lists.values() for entry in entries):
        raise InstructionUnsound(f"{path.name}: {place}: в {', '.join(LISTS)} пишут строки в кавычках")
    sentences = _places(f"{path.name}: {place}: sentences", lists["sentences"])
    if table.get("checkable", True) == bool(table.get("reason", "")):
        raise InstructionUnsound(
            f"{path.name}: {place}: reason пишут тогда и только тогда, когда checkable = false"
        )
    return Clause(**{**table, **lists, "sentences": sentences})


def _places(where: str, written: Iterable[Any]) -> tuple[Spot, ...]:
    places = [PLACE.fullmatch(entry) if isinstance(entry, str) else None for entry in written]
    if not all(places):
        raise InstructionUnsound(f"{where}: место — это номер предложения и отпечаток: «13:e471d067»")
    return tuple(Spot(int(place[1]), place[2]) for place in places if place)


def _check_table(
    path: Path, place: str, table: dict[str, Any], keys: Mapping[str, tuple[type, bool]]
) -> None:
    _refuse_others(path, place, table, tuple(keys))
    for key, (kind, required) in keys.items():
        if required and not table.get(key):
            raise InstructionUnsound(f"{path.name}: {place}: нет ключа {key}")
        if key in table and not isinstance(table[key], kind):
            raise InstructionUnsound(f"{path.name}: {place}: {key} — это {TYPE_NAMES[kind]}")


def _refuse_others(path: Path, place: str, table: dict[str, Any], known: tuple[str, ...]) -> None:
    for key in table:
        if key not in known:
            raise InstructionUnsound(f"{path.name}: {place}: ключ {key} неизвестен, есть: {', '.join(known)}")


def _refuse_soundless(path: Path, prefix: str, clauses: tuple[Clause, ...]) -> None:
    """Refuse an empty list, a repeated id and an id that is not the instruction's."""
    if not clauses:
        raise InstructionUnsound(f"{path.name}: нет ни одного пункта [[clause]]")
    for clause, times in Counter(clause.id for clause in clauses).items():
        if times > 1:
            raise InstructionUnsound(f"{path.name}: пункт «{clause}» записан дважды")
        if not clause.startswith(f"{prefix}."):
            raise InstructionUnsound(f"{path.name}: пункт «{clause}»: id начинается с «{prefix}.»")


def _refuse_one_sided(instructions: Mapping[str, Instruction]) -> None:
    """Refuse a contradiction that only one of its two clauses knows of."""
    clauses = {clause.id: clause for one in instructions.values() for clause in one.clauses}
    for clause in clauses.values():
        for other in clause.contradicts:
            if other not in clauses:
                raise InstructionUnsound(f"пункт «{clause.id}»: contradicts: пункта «{other}» нет")
            if clause.id not in clauses[other].contradicts:
                raise InstructionUnsound(f"пункт «{other}»: contradicts: не назван пункт «{clause.id}»")
