"""What wants attention before anything else: what was found, what the sources say anew, what is no longer shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reports.coverage import FOUND, Finding, Lack, Verdict
from reports.instructions.changes import SentenceChange
from reports.model import Exhibit, Model
from reports.record.clauses import Clause
from reports.record.run import Scenario

Shown = tuple[Finding, Exhibit | None]


@dataclass(frozen=True)
class DeletedScenario:
    """A scenario of the earlier run that no file has any more, and the clauses that have none without it."""

    scenario: Scenario
    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class Attention:
    """All of it; `known` are divergences that were known before, `unchosen` clauses of scenarios not chosen."""

    found: tuple[Shown, ...]
    sentences: tuple[SentenceChange, ...]
    deleted: tuple[DeletedScenario, ...]
    unwritten: tuple[Finding, ...]
    unchosen: int
    known: tuple[Shown, ...]

    @property
    def is_needed(self) -> bool:
        """Whether there is anything."""
        return any(vars(self).values())


def attention(model: Model) -> Attention:
    """Return what of the model wants attention, in the order of the sources."""
    lacking = [one for one in model.findings.values() if one.lack and not one.trials]
    return Attention(
        found=tuple(_shown(model, one) for one in model.findings.values() if _is_found(one)),
        sentences=tuple(each for one in model.instructions for each in model.sentence_changes.get(one, ())),
        deleted=tuple(_deleted(model)),
        unwritten=tuple(one for one in lacking if one.lack is Lack.NOT_WRITTEN),
        unchosen=sum(one.lack is Lack.NOT_CHOSEN for one in lacking),
        known=tuple(_shown(model, one) for one in model.findings.values() if one.tried is Verdict.KNOWN),
    )


def _is_found(finding: Finding) -> bool:
    """A clause whose sentence has changed counts by what the run alone said of it."""
    return finding.tried in FOUND


def _shown(model: Model, finding: Finding) -> Shown:
    return finding, next(iter(model.exhibits(finding)), None)


def _deleted(model: Model) -> Iterator[DeletedScenario]:
    if model.earlier is None:
        return
    here = {one.place.identity for one in model.run.scenarios}
    bare = {name: one.clause for name, one in model.findings.items() if one.lack is Lack.DELETED}
    for scenario in model.earlier.run.scenarios:
        if scenario.place.identity not in here and not model.run.is_left_out(scenario.place):
            carried = dict.fromkeys(name for step in scenario.steps for name in step.clauses)
            yield DeletedScenario(scenario, tuple(bare[name] for name in carried if name in bare))
