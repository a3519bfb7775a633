"""A synthetic run: a small feature, processes that pretend to execute it, and a clock that ticks when looked at."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from reports.record.evidence import EvidenceStore
from reports.record.facts import Piece
from reports.record.folder import Folder
from reports.record.merge import Loss, close, merge
from reports.record.messages import NANO, Message, salvage
from reports.record.part import PartFile
from reports.record.plan import Plan
from reports.record.run import Run, read_run
from reports.record.transcript import Transcript
from steps.language.reading import parse_feature

SOURCE = """\
@критично
Функция: Привязка
  Сценарий: Первый
    #> perm.v1.1
    Дано есть учитель
    Когда нажимаю «Привязать»
    Тогда вижу «Стол»
  Правило: По строкам
    Структура сценария: Кнопка <кнопка>
      Когда нажимаю «<кнопка>»
      Примеры:
        | кнопка | итог |
        | Войти  | да   |
        | Выйти  | нет  |
"""
STARTED = 1_700_000_000 * NANO


@dataclass
class Clock:
    """Every look is a second later than the one before."""

    seconds: int = 0

    def __call__(self) -> int:
        self.seconds += 1
        return STARTED + self.seconds * NANO


@dataclass(frozen=True)
class Definition:
    """What a plan asks of a step definition."""

    kind: str
    pattern: str
    place: str


@dataclass
class Stage:
    """One run in one folder."""

    folder: Folder
    clock: Clock = field(default_factory=Clock)
    parts: list[PartFile] = field(default_factory=list)

    def __post_init__(self) -> None:
        document = parse_feature(SOURCE, "features/sample.feature")
        self.pickles = document.pickles
        self.first, self.enter, self.leave = document.pickles
        definition = Definition("given", "есть учитель", "steps/definitions/people.py:12")
        matches = {self.first["steps"][0]["id"]: [definition]}
        plan = Plan(
            [document], document.pickles, (), [definition], matches
        )  # whether it is sound is not asked here
        self.plan = list(plan.messages(self.folder.run, STARTED))

    def process(self, name: str) -> Transcript:
        """Starts a process that executes scenarios."""
        part = PartFile(self.folder.part(name))
        self.parts.append(part)
        return Transcript(part, EvidenceStore(self.folder, name), f"{self.folder.run}-{name}", self.clock)

    def written(self) -> dict[str, list[Message]]:
        """Returns what each process wrote so far."""
        return {name: salvage(path)[0] for name, path in self.folder.parts().items()}

    def closed(
        self,
        losses: Mapping[str, Loss] | None = None,
        interrupted: bool = False,
        notes: Sequence[str] = (),
    ) -> tuple[list[Message], Run]:
        """Returns the stream of all processes, and the run it tells of."""
        executed = merge(self.plan, self.written(), losses, interrupted)
        return close(executed, interrupted, notes, self.clock())

    def merged(self, **what: object) -> list[Message]:
        """Returns the stream of all processes."""
        return self.closed(**what)[0]  # type: ignore[arg-type]

    def run(self, **what: object) -> Run:
        """Returns the stream read back."""
        return read_run(self.merged(**what))

    def play(
        self,
        transcript: Transcript,
        pickle: Message,
        statuses: Sequence[str] = (),
        verdict: str = "passed",
        error: BaseException | None = None,
        evidence: Sequence[Piece] = (),
        reason: str = "",
    ) -> None:
        """Executes a scenario; steps beyond the given statuses pass if the verdict does, and else do not run."""
        transcript.scenario_started(pickle)
        rest = ["passed" if verdict == "passed" else "not_run"] * (len(pickle["steps"]) - len(statuses))
        for step, status in zip(pickle["steps"], [*statuses, *rest], strict=True):
            bad = status not in ("passed", "not_run")
            if status != "not_run":
                transcript.step_started(step)
            transcript.step_finished(step, status, 0.25, error if bad else None, evidence if bad else ())
        transcript.scenario_finished(verdict, reason)


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """A run that writes into a folder of the test."""
    stage = Stage(Folder(tmp_path / "out", "0a1b2c3d"))
    yield stage
    for part in stage.parts:
        part.close()
