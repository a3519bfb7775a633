"""A trial from its beginning to its verdict: what is tried, what is told on the way, what is kept."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from fixtures.control import Control
from reports.record.freshness import fingerprint, other_code
from reports.record.kills import Defect, Made, Matrix, Row, State
from reports.record.matrix import MATRIX, write_matrix
from reports.record.revision import ROOT, commit, deciding
from steps.proof.catalogue import all_defects, chosen_by_day
from steps.proof.notebook import CONTROL, Notebook, fingerprint_of
from steps.proof.places import Places
from steps.proof.proving import TRIES, Proof, reached
from steps.proof.telling import listed, row_line, verdict
from steps.runner.exit_codes import FAILED, PASSED
from steps.runner.items import ScenarioItem

A_DAY = 20  # defects that `test` tries
TRIES_A_DAY = 12  # scenarios at most for one of them: who noticed it before is tried first
HARMLESS_A_DAY = 6  # scenarios that are carried out there with all harmless changes at once
NOBODY_KNOWS = (
    "Какие дефекты сценарии замечают, ещё не известно: итога docs/defects.json нет. Дефектов дня поэтому нет, ворота "
    "ночной политики закрыты. Составить итог: python3 svyazka.py defects"
)


class DefectUnknown(ValueError):
    """A defect was asked for that there is not; the message is Russian."""


@dataclass(frozen=True)
class Wish:
    """What is to be tried: these defects or all or those of the day, how thoroughly, which part.

    With `changed` a kept result holds for whatever is still as it was then.
    """

    only: Sequence[str] = ()
    today: bool = False
    harmless: bool = False
    whole: bool = False
    shard: tuple[int, int] = (1, 1)
    out: Path = Path()
    anew: bool = False
    changed: bool = False

    @property
    def of_all(self) -> bool:
        """Whether everything is asked for, by this trial or by those of the other shards."""
        return not (self.only or self.today or self.harmless)

    @property
    def kept(self) -> bool:
        """Whether this trial knows all there is to know: its result is worth keeping."""
        return self.of_all and self.shard == (1, 1)

    @property
    def notes(self) -> str:
        """The file in which the tries are noted."""
        number, of = self.shard
        return "today.ndjson" if self.today else f"tries-{number}-{of}.ndjson"


@dataclass
class Trial:
    """What was asked for, the matrix that was kept before, and what has come of it."""

    wish: Wish
    before: Matrix | None
    seed: int
    say: Callable[[str], None]
    said: Mapping[str, str] = field(default_factory=dict)
    code: Mapping[str, str] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    proof: Proof | None = None

    def tell(self, _items: Sequence[ScenarioItem], control: Control) -> None:
        """Say which defects there are."""
        for line in listed(all_defects(control)):
            self.say(line)

    def work(self, items: Sequence[ScenarioItem], control: Control) -> None:
        """Try what was asked for with these scenarios."""
        defects = all_defects(control)
        wanted = self._wanted(defects)
        self.said = {item.identity: fingerprint_of(item) for item in items}
        self.code = deciding()
        self.proof = proof = self._proof(items, defects)
        proof.notebook.note_asked(one.id for one in defects)
        if self.wish.whole and self.wish.of_all:
            proof.try_control()
        if not self.wish.only:
            proof.try_harmless(self._of_the_day() if self.wish.today else None)
        for row in () if self.wish.harmless else self._tried(proof, wanted):
            self.rows.append(row)

    def conclude(self) -> int:
        """Give the verdict, keep what is to be kept, and return the exit code."""
        assert self.proof is not None
        matrix = self._matrix(self.proof)
        self.say("")
        for line in verdict(matrix):
            self.say(line)
        if other := other_code(matrix):
            self.say(f"{other} Испытать всё заново: python3 svyazka.py defects")
        if self.wish.kept:
            write_matrix(MATRIX, matrix)
            self.say(f"Итог сохранён: {MATRIX.relative_to(ROOT).as_posix()}")
        return PASSED if matrix.proven else FAILED

    def _wanted(self, defects: Sequence[Defect]) -> list[Defect]:
        product = [one for one in defects if not one.harmless]
        if self.wish.today:
            return chosen_by_day(self._known_as_caught(product), f"{datetime.date.today()}", A_DAY)
        known = {one.id: one for one in defects}
        if unknown := [name for name in self.wish.only if name not in known]:
            told = "Какие есть: python3 svyazka.py defects --list"
            raise DefectUnknown(f"Дефекта «{unknown[0]}» нет. {told}")
        return [known[name] for name in self.wish.only] if self.wish.only else product

    def _known_as_caught(self, product: Sequence[Defect]) -> list[Defect]:
        """What was noticed when all were tried, for that must stay so; where nobody knows, that is said."""
        if self.before is None:
            self.say(NOBODY_KNOWS)
            return []
        caught = {row.defect.id for row in self.before.of(State.CAUGHT)}
        return [one for one in product if one.id in caught]

    def _of_the_day(self) -> list[str]:
        named = [Defect(name, "") for name in self.said]
        return [one.id for one in chosen_by_day(named, f"{datetime.date.today()}", HARMLESS_A_DAY)]

    def _proof(self, items: Sequence[ScenarioItem], defects: Sequence[Defect]) -> Proof:
        wish = self.wish
        if wish.anew or wish.today:
            (wish.out / wish.notes).unlink(missing_ok=True)
        most = TRIES_A_DAY if wish.today else TRIES
        notebook = Notebook(wish.out, wish.notes, self.said, defects, self.code)
        if wish.changed and self.before is not None:
            notebook.remember(self.before)
        return Proof(Places(items), defects, notebook, wish.whole, self.before, self.say, wish.shard, most)

    def _tried(self, proof: Proof, wanted: Sequence[Defect]) -> Iterator[Row]:
        coming = reached(proof.notebook, self.before)
        mine = proof.mine(wanted)
        for number, defect in enumerate(mine, 1):
            row = proof.try_defect(defect, None if coming is None else coming.get(defect.id))
            self.say(f"[{number}/{len(mine)}] {row_line(row)}")
            yield row

    def _matrix(self, proof: Proof) -> Matrix:
        numbers = {name: number for number, name in enumerate(self.said)}
        coming = reached(proof.notebook, self.before) or {}
        touched = {
            defect: tuple(numbers[name] for name in names if name in numbers)
            for defect, names in coming.items()
        }
        changes = [] if self.wish.only else [one for one in proof.defects if one.harmless]
        rows = [*self.rows, *map(proof.harmless_row, changes)]
        today = f"{datetime.date.today()}"
        spent = _processor_seconds()
        made = Made(commit(ROOT), today, fingerprint(), self.seed, self.wish.whole, spent, self.code)
        control = tuple(proof.notebook.of(CONTROL).values())
        return Matrix(made, tuple(self.said), tuple(rows), control, touched, self.said)


def _processor_seconds() -> float:
    """What the trial took of the processor, browser and simulator included."""
    spent = os.times()
    return round(spent.user + spent.system + spent.children_user + spent.children_system, 1)
