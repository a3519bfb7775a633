"""All that the gate looks at, read before it decides anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from reports.coverage import Finding as ClauseFinding
from reports.coverage import findings
from reports.gate.defects import read_result
from reports.gate.quarantine import QUARANTINE, Entry, read_quarantine
from reports.record.clauses import FOLDER, Instruction, load_instructions
from reports.record.kills import Matrix
from reports.record.policy import POLICY, PolicyFile, read_policy
from reports.record.run import Run, Scenario
from reports.record.status import ENDED_BADLY
from reports.record.stored import RecordMissing, RecordUnreadable, read_record
from reports.shards.proof import prove
from reports.shards.union import read_whole

LACKING = ("absent", "missing")  # flaws of a whole that leave something to judge


@dataclass(frozen=True)
class Inputs:
    """A run with everything it is held against; `today` decides what has expired.

    `baseline` is the run of the release before, `shortcomings` what is missing of this one: a shard, for instance.
    `folder` is where its evidence lies, None where that is more than one.
    """

    run: Run
    policy: PolicyFile
    instructions: Mapping[str, Instruction]
    today: date
    quarantine: tuple[Entry, ...] = ()
    baseline: Run | None = None
    defects: Matrix | None = None
    shortcomings: tuple[str, ...] = ()
    folder: Path | None = None

    @cached_property
    def clauses(self) -> dict[str, ClauseFinding]:
        """What the run says of each clause."""
        return findings(self.run, self.instructions, earlier=self.baseline)

    @cached_property
    def forgiven(self) -> dict[str, Entry]:
        """The quarantine that is in force, by the scenario's identity."""
        return {entry.term.id: entry for entry in self.quarantine if not entry.is_over(self.today)}

    def is_quarantined(self, scenario: Scenario) -> bool:
        """Say whether a scenario ended badly and is forgiven; what is wrong in itself never is."""
        bad = scenario.status in ENDED_BADLY and scenario.status != "unsound"
        return bad and scenario.place.identity in self.forgiven


def _baseline(folder: Path) -> Run:
    """Read the run of the release before; that it is missing does not make this one incomplete."""
    try:
        return read_record(folder)
    except RecordMissing as problem:
        raise RecordUnreadable(str(problem)) from None


def gather(
    folders: Sequence[Path],
    policy: Path = POLICY,
    quarantine: Path = QUARANTINE,
    baseline: Path | None = None,
    today: date | None = None,
    clauses: Path = FOLDER,
) -> Inputs:
    """Read everything; raise RecordUnreadable or TableUnsound for what cannot be."""
    run, shortcomings = run_of(folders)
    read = read_policy(policy)
    asked = read.policy.defects
    return Inputs(
        run=run,
        policy=read,
        instructions=load_instructions(clauses),
        today=today or date.today(),
        quarantine=read_quarantine(quarantine),
        baseline=_baseline(baseline) if baseline else None,
        defects=read_result(policy.parent / asked.result) if asked else None,
        shortcomings=shortcomings,
        folder=folders[0] if len(folders) == 1 else None,
    )


def run_of(folders: Sequence[Path]) -> tuple[Run, tuple[str, ...]]:
    """Return the run that the records are together, and what is missing of it; raise RecordUnreadable."""
    proof = prove(folders)
    if any(flaw.kind not in LACKING for flaw in proof.flaws):
        raise RecordUnreadable("\n".join(flaw.text for flaw in proof.flaws))
    if not proof.parts:
        raise RecordMissing("\n".join(flaw.text for flaw in proof.flaws))
    return read_whole(proof), tuple(flaw.text for flaw in proof.flaws)
