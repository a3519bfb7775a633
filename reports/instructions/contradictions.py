"""What instructions say differently, as a methodologist reads it: a title, and the sides with their clauses."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from typing import Any

from reports.instructions.clauses import Clause, Instruction, InstructionUnsound

FILE = Path(__file__).parents[2] / "fixtures" / "contradictions.toml"
TEXTS = ("id", "title", "differs")


@dataclass(frozen=True)
class Side:
    """What one side says, in our words, and the ids of the clauses that say it."""

    says: str
    clauses: tuple[str, ...]


@dataclass(frozen=True)
class Contradiction:
    """One subject on which instructions differ; `differs` is what the difference is."""

    id: str
    title: str
    differs: str
    sides: tuple[Side, ...]


def load_contradictions(
    instructions: Mapping[str, Instruction], path: Path = FILE
) -> tuple[Contradiction, ...]:
    """Read the contradictions between these instructions; raises InstructionUnsound.

    What the clauses say of each other in `contradicts` and what the file says must be the same.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InstructionUnsound(f"{path.name}: файл не читается как TOML: {error}") from error
    try:
        found = tuple(_contradiction(table) for table in data.get("contradiction", []))
        _refuse_others(data, ("contradiction",))
        _refuse_repeated(found)
        _refuse_differing(found, instructions)
    except InstructionUnsound as problem:
        raise InstructionUnsound(f"{path.name}: {problem}") from None
    return found


def _contradiction(table: dict[str, Any]) -> Contradiction:
    name = table.get("id", "без id")
    try:
        _refuse_others(table, (*TEXTS, "side"))
        texts = {key: _text(table, key) for key in TEXTS}
        sides = tuple(_side(side) for side in table.get("side", []))
        if len(sides) < 2:
            raise InstructionUnsound("сторон должно быть хотя бы две")
        if len({clause for side in sides for clause in side.clauses}) < sum(
            len(one.clauses) for one in sides
        ):
            raise InstructionUnsound("пункт стоит на одной стороне и один раз")
    except InstructionUnsound as problem:
        raise InstructionUnsound(f"расхождение «{name}»: {problem}") from None
    return Contradiction(**texts, sides=sides)


def _side(table: dict[str, Any]) -> Side:
    _refuse_others(table, ("says", "clauses"))
    clauses = table.get("clauses")
    if not clauses or not isinstance(clauses, list) or not all(isinstance(clause, str) for clause in clauses):
        raise InstructionUnsound("clauses — это список имён пунктов, хотя бы одно")
    return Side(_text(table, "says"), tuple(clauses))


def _text(table: dict[str, Any], key: str) -> str:
    text = table.get(key)
    if not text or not isinstance(text, str):
        raise InstructionUnsound(f"{key} — это строка в кавычках, и она нужна")
    return text


def _refuse_others(table: dict[str, Any], known: tuple[str, ...]) -> None:
    for key in table:
        if key not in known:
            raise InstructionUnsound(f"ключ {key} неизвестен, есть: {', '.join(known)}")


def _refuse_repeated(found: tuple[Contradiction, ...]) -> None:
    names = [one.id for one in found]
    for name in names:
        if names.count(name) > 1:
            raise InstructionUnsound(f"расхождение «{name}» записано дважды")


def _refuse_differing(found: tuple[Contradiction, ...], instructions: Mapping[str, Instruction]) -> None:
    """Refuse a pair that stands here and not in the clauses' `contradicts`, or there and not here."""
    clauses = {clause.id: clause for one in instructions.values() for clause in one.clauses}
    here = {pair for one in found for pair in _pairs(one, clauses)}
    there = {(clause.id, other) for clause in clauses.values() for other in clause.contradicts}
    for clause, other in sorted(here - there):
        raise InstructionUnsound(f"пункт «{clause}» не называет «{other}» в contradicts")
    for clause, other in sorted(there - here):
        raise InstructionUnsound(f"пункты «{clause}» и «{other}» спорят, а расхождения о них нет")


def _pairs(one: Contradiction, clauses: Mapping[str, Clause]) -> Iterator[tuple[str, str]]:
    for side, other in permutations(one.sides, 2):
        for clause in side.clauses:
            if clause not in clauses:
                raise InstructionUnsound(f"расхождение «{one.id}»: пункта «{clause}» нет")
            yield from ((clause, against) for against in other.clauses)
