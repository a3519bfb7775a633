"""The clauses of an instruction: what it says about behaviour, piece by piece. Scenarios name them, not the reverse."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import Annotated, Any, NamedTuple, Self

from pydantic import BeforeValidator, Field, InstanceOf, StrictBool, model_validator
from pydantic.dataclasses import dataclass

from reports.record.tables import TABLE, TableUnsound, Text, among, read_tables

FOLDER = Path(__file__).parents[2] / "fixtures" / "instructions"
KINDS = ("действие", "ожидание", "предупреждение", "факт")
PLACE = re.compile(r"([1-9]\d*):([0-9a-f]{8})")


class Spot(NamedTuple):
    """A sentence of the source as it was when it was read: its number and its fingerprint, «13:e471d067»."""

    number: int
    fingerprint: str

    def __str__(self) -> str:
        return f"{self.number}:{self.fingerprint}"


def _spot(written: Any) -> Spot:
    if isinstance(written, Spot):
        return written
    if not isinstance(written, str) or not (found := PLACE.fullmatch(written)):
        raise ValueError("место — это номер предложения и отпечаток: «13:e471d067»")
    return Spot(int(found[1]), found[2])


Spots = tuple[Annotated[InstanceOf[Spot], BeforeValidator(_spot)], ...]


@dataclass(frozen=True, config=TABLE)
class Divergence:
    """That a system does something else than the clause says: since when it is known, and how.

    `until` is the last day on which the gate takes it for known: a divergence nobody looks at again is none.
    """

    since: datetime.date
    until: datetime.date
    why: Text

    @model_validator(mode="after")
    def _ends_after_it_began(self) -> Self:
        if self.until < self.since:
            raise ValueError("until раньше since: срок кончился, не начавшись")
        return self


@dataclass(frozen=True, config=TABLE)
class Clause:
    """One piece of an instruction; `labels` are the source's own words, `assumed` are ours.

    `note` is what we conclude ourselves; the source does not say so, nor does `text`.
    `observed` are words that the source does not print and somebody saw on the real system: who, where and when.
    `sentences` is where the source says it; `contradicts` names the clauses, of this list or another, that
    say something else of the same thing. The step that carries a clause with `differs` shows the contrary.
    """

    id: Text
    kind: Annotated[str, among(KINDS)]
    text: Text
    where: Text
    sentences: Spots = ()
    labels: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    observed: Mapping[Text, Text] = field(default_factory=dict, hash=False)
    contradicts: tuple[str, ...] = ()
    checkable: StrictBool = True
    reason: str = ""
    note: str = ""
    differs: Divergence | None = None

    @property
    def named(self) -> tuple[str, ...]:
        """All labels it names, the source's first."""
        return (*self.labels, *self.observed, *self.assumed)

    @property
    def heading(self) -> str:
        """Its wording where it stands as a heading or a link: a full stop has no place there."""
        return self.text.removesuffix(".")

    @property
    def is_deed(self) -> bool:
        """Whether it tells people to do something."""
        return self.kind == "действие"

    @property
    def address(self) -> str:
        """Where the source says it and of what kind it is, each said once."""
        return self.where if self.where.endswith(self.kind) else f"{self.where} · {self.kind}"

    @property
    def fingerprints(self) -> tuple[str, ...]:
        """What its sentences are known by, each once: a source may say the same twice."""
        return tuple(dict.fromkeys(place.fingerprint for place in self.sentences))

    @property
    def group(self) -> str:
        """The word of the id that follows the instruction's."""
        return self.id.split(".")[1]

    @model_validator(mode="after")
    def _is_waived_with_a_reason(self) -> Self:
        if self.checkable == bool(self.reason):
            raise ValueError("reason пишут тогда и только тогда, когда checkable = false")
        return self

    @model_validator(mode="after")
    def _differs_where_a_step_shows_it(self) -> Self:
        if self.differs and not self.checkable:
            raise ValueError(
                "differs и checkable = false — вместе нельзя: расхождение показывает шаг сценария"
            )
        return self

    @model_validator(mode="after")
    def _says_once_where_a_label_is_from(self) -> Self:
        for label, times in Counter(self.named).items():
            if times > 1:
                raise ValueError(
                    f"надпись «{label}» названа дважды: её место одно из labels, observed, assumed"
                )
        return self


@dataclass(frozen=True, config=TABLE)
class Head:
    """What an instruction is: `file` is the mask of its source's name, empty if there is none to compare with.

    `silent` are the sentences of the source that say nothing of behaviour.
    """

    id: Text
    title: Text
    source: Text
    journal: Text
    file: str = ""
    silent: Spots = ()


@dataclass(frozen=True, config=TABLE)
class Instruction(Head):
    """An instruction for people as a list of clauses, in the order of the source.

    `sections` gives a heading to the clauses from the first of a group on (`v1` of `perm.v1.3`).
    """

    clauses: tuple[Clause, ...] = ()
    sections: Mapping[str, str] = Field(default_factory=dict)

    @property
    def printed(self) -> frozenset[str]:
        """Every label that its source prints."""
        return printed_by(self.clauses)


@dataclass(frozen=True, config=TABLE)
class ClauseFile:
    """An instruction as its file has it."""

    instruction: Head
    clause: tuple[Clause, ...] = ()
    sections: Mapping[str, str] = Field(default_factory=dict)


def printed_by(clauses: Iterable[Clause]) -> frozenset[str]:
    """Return the labels that the source of these clauses prints."""
    return frozenset(label for clause in clauses for label in clause.labels)


def read_clause_file(path: Path) -> ClauseFile:
    """Read a file as it is written, whatever it says beside others; raises TableUnsound."""
    return read_tables(path, ClauseFile)


def load_instructions(folder: Path = FOLDER) -> dict[str, Instruction]:
    """Read every instruction of the folder, by id; raises TableUnsound."""
    instructions = {path.stem: load_instruction(path) for path in sorted(folder.glob("*.toml"))}
    _refuse_one_sided(instructions)
    return instructions


def load_instruction(path: Path) -> Instruction:
    """Read one instruction; raises TableUnsound."""
    read = read_clause_file(path)
    for complaint in _complaints(read, path.stem):
        raise TableUnsound(f"{path.name}: {complaint}")
    return Instruction(**vars(read.instruction), clauses=read.clause, sections=read.sections)


def _complaints(read: ClauseFile, name: str) -> Iterator[str]:
    """Yield what tables that are right for themselves are not together."""
    if read.instruction.id != name:
        yield f"instruction: id «{read.instruction.id}» не совпадает с именем файла"
    if not read.clause:
        yield "нет ни одного пункта [[clause]]"
    for clause, times in Counter(clause.id for clause in read.clause).items():
        if times > 1:
            yield f"пункт «{clause}» записан дважды"
        if not clause.startswith(f"{name}."):
            yield f"пункт «{clause}»: id начинается с «{name}.»"
    for group in read.sections.keys() - {clause.group for clause in read.clause}:
        yield f"sections: пунктов «{name}.{group}…» нет"


def _refuse_one_sided(instructions: Mapping[str, Instruction]) -> None:
    """Refuse a contradiction that only one of its two clauses knows of."""
    clauses = {clause.id: clause for one in instructions.values() for clause in one.clauses}
    for clause in clauses.values():
        for other in clause.contradicts:
            if other not in clauses:
                raise TableUnsound(f"пункт «{clause.id}»: contradicts: пункта «{other}» нет")
            if clause.id not in clauses[other].contradicts:
                raise TableUnsound(f"пункт «{other}»: contradicts: не назван пункт «{clause.id}»")
