"""What a report says of the real system, and what of the simulator alone, in numbers."""

from __future__ import annotations

from dataclasses import dataclass

from reports.model import Model
from reports.standings import StandSummary


@dataclass(frozen=True)
class Reality:
    """How many captions are printed, were seen, are assumed; how many clauses rest on assumed ones, and were walked.

    `live` is what runs have found out on the real system, `others` what on other stands, if there is more than one run.
    """

    printed: int
    observed: int
    assumed: int
    clauses: int
    resting: int
    walked: int
    live: tuple[StandSummary, ...] = ()
    others: tuple[StandSummary, ...] = ()


def reality(model: Model) -> Reality:
    """Count what is known of the real system."""
    clauses = [clause for one in model.instructions.values() for clause in one.clauses]
    printed = {label for clause in clauses for label in clause.labels}
    observed = {label for clause in clauses for label in clause.observed} - printed
    assumed = {label for clause in clauses for label in clause.assumed} - printed - observed
    stands = model.standings.summaries
    return Reality(
        printed=len(printed),
        observed=len(observed),
        assumed=len(assumed),
        clauses=len(clauses),
        resting=sum(any(label in assumed for label in clause.assumed) for clause in clauses),
        walked=sum(word.is_walked for word in model.words.values()),
        live=tuple(one for one in stands if one.live),
        others=tuple(one for one in stands if not one.live and model.also),
    )
