"""What instructions say differently, as a methodologist reads it: a title, and the sides with their clauses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import permutations
from pathlib import Path
from typing import Annotated, Self

from pydantic import model_validator
from pydantic.dataclasses import dataclass

from reports.record.clauses import Instruction
from reports.record.tables import NOT_EMPTY, TABLE, TableUnsound, Text, among, read_tables

FILE = Path(__file__).parents[2] / "fixtures" / "contradictions.toml"


# From what sends a person another way down to what only the eye sees.
WEIGHTS = ("путь", "название", "написание")


@dataclass(frozen=True, config=TABLE)
class Side:
    """What one side says, in our words, and the ids of the clauses that say it."""

    says: Text
    clauses: Annotated[tuple[str, ...], NOT_EMPTY]


@dataclass(frozen=True, config=TABLE)
class Contradiction:
    """One subject on which instructions differ, with each `side`; `differs` is what the difference is.

    `weight` is what it does to a reader, one of WEIGHTS.
    """

    id: Text
    weight: Annotated[str, among(WEIGHTS)]
    title: Text
    differs: Text
    side: tuple[Side, ...] = ()

    @model_validator(mode="after")
    def _has_sides(self) -> Self:
        if len(self.side) < 2:
            raise ValueError("сторон должно быть хотя бы две")
        if _repeated(clause for side in self.side for clause in side.clauses):
            raise ValueError("пункт стоит на одной стороне и один раз")
        return self


@dataclass(frozen=True, config=TABLE)
class ContradictionFile:
    """The whole file."""

    contradiction: tuple[Contradiction, ...] = ()


def _repeated(names: Iterator[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]


def load_contradictions(
    instructions: Mapping[str, Instruction], path: Path = FILE
) -> tuple[Contradiction, ...]:
    """Read the contradictions between these instructions, the weightiest first; raises TableUnsound.

    What the clauses say of each other in `contradicts` and what the file says must be the same.
    """
    found = read_tables(path, ContradictionFile).contradiction
    for complaint in _complaints(found, instructions):
        raise TableUnsound(f"{path.name}: {complaint}")
    return tuple(sorted(found, key=lambda one: WEIGHTS.index(one.weight)))


def _complaints(found: tuple[Contradiction, ...], instructions: Mapping[str, Instruction]) -> Iterator[str]:
    """Yield what is wrong with all of them: the pairs must be those of the clauses' `contradicts`, for one."""
    yield from (f"расхождение «{name}» записано дважды" for name in _repeated(one.id for one in found))
    clauses = {clause.id: clause for one in instructions.values() for clause in one.clauses}
    for one in found:
        unknown = (name for side in one.side for name in side.clauses if name not in clauses)
        yield from (f"расхождение «{one.id}»: пункта «{name}» нет" for name in unknown)
    here = {pair for one in found for pair in _pairs(one)}
    there = {(clause.id, other) for clause in clauses.values() for other in clause.contradicts}
    for clause, other in sorted(here - there):
        yield f"пункт «{clause}» не называет «{other}» в contradicts"
    for clause, other in sorted(there - here):
        yield f"пункты «{clause}» и «{other}» спорят, а расхождения о них нет"


def _pairs(one: Contradiction) -> Iterator[tuple[str, str]]:
    for side, other in permutations(one.side, 2):
        yield from ((clause, against) for clause in side.clauses for against in other.clauses)
