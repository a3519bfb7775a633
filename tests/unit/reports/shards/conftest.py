"""A whole of a few scenarios and the parts that machines made of it, each written as a run writes its record."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from reports.record.evidence import EvidenceStore
from reports.record.facts import Piece, PlanRemarks, StandTold
from reports.record.folder import Folder
from reports.record.messages import NANO, Message
from reports.record.part import PartFile
from reports.record.plan import Plan
from reports.record.shard import ShardTold, plan_of, split_of, written
from reports.record.transcript import Transcript
from reports.results import Results
from steps.language.reading import parse_feature

TEA = "Функция: Чай\n  Сценарий: Пью\n    Тогда пью\n  Сценарий: Наливаю\n    Тогда лью\n"
CUP = "Функция: Чашка\n  Сценарий: Мою\n    Тогда мою\n  Сценарий: Бью\n    Тогда бью\n"
STARTED = 1_700_000_000 * NANO
STAND = StandTold("sim", "Симулятор", "на симуляторе")


@dataclass
class Machines:
    """Each of them writes one part of the same whole; what one of them does otherwise is said."""

    root: Path
    of: int = 4
    written: list[Path] = field(default_factory=list)

    def __post_init__(self) -> None:
        read = parse_feature(TEA, "features/tea.feature"), parse_feature(CUP, "features/cup.feature")
        self.documents = {each.uri: each for each in read}
        self.pickles = [pickle for each in read for pickle in each.pickles]

    def told(self, number: int) -> ShardTold:
        """Returns what the part says of the whole."""
        identities = [self._document(each).identity_of(each) for each in self.pickles]
        plan = plan_of(map(written, identities, self.pickles))
        parts = {identity: at % self.of + 1 for at, identity in enumerate(identities)}
        return ShardTold(number, self.of, len(self.pickles), plan, split_of(parts), "c0de", "a1b2c3", 7)

    def write(
        self,
        number: int,
        told: ShardTold | None = None,
        status: str = "passed",
        notes: Sequence[str] = (),
        name: str = "",
    ) -> Path:
        """Carries out one part, or what was never split, and returns the folder of its record."""
        mine = self.pickles[number - 1 :: self.of]
        folder = Folder(self.root / (name or f"part-{number}"), f"{len(self.written) + 1:08x}")
        plan = self._plan(mine, self.told(number) if told is None else told)
        results = Results(folder)
        results.notes += notes
        results.begin()
        _write_all(PartFile(folder.plan("main")), plan.messages(folder.run, STARTED + number * NANO))
        self._carry_out(folder, mine, status)
        results.finish()
        self.written.append(folder.root)
        return folder.root

    def all(self) -> list[Path]:
        """Carries out every part."""
        return [self.write(number) for number in range(1, self.of + 1)]

    def _plan(self, mine: Sequence[Message], told: ShardTold) -> Plan:
        documents = [each for uri, each in self.documents.items() if uri in {one["uri"] for one in mine}]
        remarks = PlanRemarks(("общее замечание", f"замечание части {told.number}"))
        facts = [STAND, remarks, *([told] if told.of else [])]
        return Plan(documents, mine, told=[Piece.of(fact, "план") for fact in facts])

    def _carry_out(self, folder: Folder, mine: Sequence[Message], status: str) -> None:
        part = PartFile(folder.part("main"))
        transcript = Transcript(part, EvidenceStore(folder, "main"), f"{folder.run}-main")
        for pickle in mine:
            transcript.scenario_started(pickle)
            step = pickle["steps"][0]
            error = None if status == "passed" else AssertionError("разбито")
            transcript.step_finished(step, status, 0.5, error, [Piece("image/png", b"png", "screen.png")])
            transcript.scenario_finished(status, "" if status == "passed" else "разбито")
        part.close()

    def _document(self, pickle: Message) -> Any:
        return self.documents[pickle["uri"]]


def _write_all(file: PartFile, messages: Iterator[Message]) -> None:
    for message in messages:
        file.write(message)
    file.close()


@pytest.fixture
def machines(tmp_path: Path) -> Machines:
    """Four machines that write into folders of the test."""
    return Machines(tmp_path)
