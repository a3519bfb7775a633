"""What people have said, counted for the top of a page: walks of the real system, and what is still to be decided."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from reports.coverage import Finding, Verdict
from reports.ledger import Walked
from reports.model import Model


@dataclass(frozen=True)
class WalkTold:
    """A walk as a whole: where, in which role, on which days, and how many clauses were seen how."""

    place: str
    role: str
    first: date
    last: date
    verdicts: Mapping[str, int]
    spent: int  # how many no longer count: too old, or about a sentence that has changed


def walks(model: Model, findings: Collection[Finding]) -> list[WalkTold]:
    """Return the walks that saw any of these clauses, the latest first."""
    seen: dict[tuple[str, str], list[Walked]] = {}
    for finding in findings:
        for walked in model.words[finding.clause.id].walks:
            seen.setdefault((walked.known.place, walked.known.role), []).append(walked)
    told = [_told(place, role, each) for (place, role), each in seen.items()]
    return sorted(told, key=lambda one: one.last, reverse=True)


def disputed(model: Model) -> list[Finding]:
    """Return the clauses that the run confirms, and of which a person saw something else."""
    confirmed = (one for one in model.findings.values() if one.verdict is Verdict.CONFIRMED)
    return [one for one in confirmed if model.words[one.clause.id].is_disputed]


def states(model: Model, findings: Collection[Finding]) -> dict[str, int]:
    """Return how many clauses are open, how many decided, and how many a person has walked."""
    words = [model.words[finding.clause.id] for finding in findings]
    told = [word.state for word in words]
    return {
        "open": told.count("open"),
        "decided": told.count("decided"),
        "walked": sum(word.is_walked for word in words),
    }


def _told(place: str, role: str, each: Collection[Walked]) -> WalkTold:
    days = [one.known.date for one in each]
    verdicts = [one.known.verdict for one in each]
    counted = {verdict: verdicts.count(verdict) for verdict in dict.fromkeys(verdicts)}
    return WalkTold(place, role, min(days), max(days), counted, sum(not one.counts for one in each))
