"""Small records to hold the gate against: a feature, an instruction, a policy, and one thing that is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from reports.gate.deciding import Decision, decide
from reports.gate.inputs import gather
from reports.record.evidence import EvidenceStore
from reports.record.facts import Fact, Piece, RepeatTold, StandTold
from reports.record.folder import Folder, write_whole
from reports.record.merge import close, merge
from reports.record.messages import NANO, encode, salvage
from reports.record.part import PartFile
from reports.record.plan import Plan
from reports.record.transcript import Transcript
from steps.language.reading import parse_feature

URI = "features/t.feature"
FEATURE = """\
# language: ru
Функция: Привязка
  @критично
  Сценарий: Вхожу
    #> t.enter
    Когда нажимаю «Войти»
    #> t.desk
    Тогда вижу «Стол»
  Правило: Всё остальное
    @прочее @нужно-время
    Сценарий: Выхожу
      #> t.leave
      Когда нажимаю «Выйти»
      #> t.other
      Тогда не вижу «Стол»
"""
ENTER, LEAVE = f"{URI} /  / Вхожу / ", f"{URI} / Всё остальное / Выхожу / "
INSTRUCTION = """\
[instruction]
id = "t"
title = "Инструкция"
source = "И"
journal = "Ж"
"""
CLAUSE = '[[clause]]\nid = "t.{}"\nkind = "факт"\ntext = "Т"\nwhere = "шаг 1"\n'
DIFFERS = 'differs = {{ since = 2026-11-01, until = {}, why = "На экране иначе." }}\n'
POLICY = 'severity = ["критично"]\n[coverage]\n"*" = 100\n'
STARTED = 1_795_000_000 * NANO  # 17 November 2026
TODAY = date(2026, 11, 20)


@dataclass(frozen=True)
class Ended:
    """How a scenario ended: its verdict, the statuses of its first steps, and what came of trying it again."""

    verdict: str = "passed"
    steps: tuple[str, ...] = ()
    reason: str = "нет «Стол»"
    times: int = 1
    retries: tuple[Ended, ...] = ()
    repeat: RepeatTold | None = None


FAILED = Ended("failed", ("passed", "failed"))
BROKEN = Ended("broken", ("broken",), "браузер закрылся")
SKIPPED = Ended("skipped", ("skipped",), "стенд не умеет двигать часы")
UNSTABLE = Ended(
    "failed", ("passed", "failed"), retries=(Ended("unstable", reason="Со второй попытки прошёл"),)
)
NEVER = Ended(times=0)


@dataclass(frozen=True)
class _Problem:
    """What keeps a feature from being read."""

    uri: str
    line: int
    message: str


@dataclass
class Stage:
    """A place where a record is made, and the files that it is held against."""

    root: Path
    policy: str = POLICY
    quarantine: str = ""
    until: str = ""
    clauses: Sequence[str] = ("enter", "desk", "leave", "other")
    files: Mapping[str, str] = field(default_factory=dict)

    def record(
        self,
        *ended: Ended,
        feature: str = FEATURE,
        chosen: Sequence[int] = (0, 1),
        name: str = "out",
        problem: str = "",
    ) -> Path:
        """Writes a record in which the scenarios ended so; those that nothing is said of passed."""
        folder = Folder(self.root / name, "0a1b2c3d")
        folder.root.mkdir(parents=True, exist_ok=True)
        document = parse_feature(feature, URI)
        pickles = [document.pickles[number] for number in chosen]
        told = [_piece(StandTold("sim", "симулятор", "на симуляторе"))]
        problems = [_Problem("features/u.feature", 3, problem)] if problem else []
        plan = list(Plan([document], pickles, problems, told=told).messages(folder.run, STARTED))
        part = PartFile(folder.part("main"))
        part.path.parent.mkdir(parents=True, exist_ok=True)
        part.path.touch()
        transcript = Transcript(part, EvidenceStore(folder, "main"), "main", lambda: STARTED)
        for pickle, how in zip(pickles, [*ended, *[Ended()] * len(pickles)], strict=False):
            for _ in range(how.times):
                for attempt, one in enumerate((how, *how.retries)):
                    _play(transcript, pickle, one, attempt)
        part.close()
        messages, _ = close(merge(plan, {"main": salvage(part.path)[0]}), now=STARTED + 60 * NANO)
        write_whole(folder.stream, map(encode, messages))
        folder.remove_parts()
        return folder.root

    def decide(self, *folders: Path, baseline: Path | None = None) -> Decision:
        """Decides on records with what stands here."""
        return decide(gather(folders, **self.written(), baseline=baseline, today=TODAY))

    def written(self) -> dict[str, Any]:
        """Writes the files beside the records and returns where they lie."""
        clauses = self.root / "instructions"
        clauses.mkdir(exist_ok=True)
        told = [CLAUSE.format(name) for name in self.clauses]
        if self.until:
            told[0] += DIFFERS.format(self.until)
        (clauses / "t.toml").write_text(INSTRUCTION + "".join(told), encoding="utf-8")
        files = {"gate.toml": self.policy, "quarantine.toml": self.quarantine, **self.files}
        for name, text in files.items():
            (self.root / name).write_text(text, encoding="utf-8")
        return {
            "policy": self.root / "gate.toml",
            "quarantine": self.root / "quarantine.toml",
            "clauses": clauses,
        }


def quarantined(identity: str, until: str = "2026-12-01") -> str:
    """An entry of the quarantine."""
    return (
        f'[[scenario]]\nid = "{identity}"\nreason = "стол качается"\nowner = "разработчик"\nuntil = {until}\n'
    )


def _play(transcript: Transcript, pickle: Any, how: Ended, attempt: int) -> None:
    transcript.scenario_started(pickle, attempt=attempt)
    well = how.verdict in ("passed", "unstable")
    rest = ["passed" if well else "not_run"] * (len(pickle["steps"]) - len(how.steps))
    for step, status in zip(pickle["steps"], [*how.steps, *rest], strict=True):
        error = AssertionError(how.reason) if status not in ("passed", "not_run") else None
        transcript.step_finished(step, status, 0.25, error)
    transcript.scenario_finished(how.verdict, how.reason)
    if how.repeat:
        transcript.add(_piece(how.repeat))


def _piece(fact: Fact) -> Piece:
    return Piece.of(fact, "факт.json")
