"""Whether the divergences that are known of are still put up with."""

from __future__ import annotations

from datetime import date

from reports.gate.finding import Code, Examined, Finding
from reports.gate.inputs import Inputs
from reports.record.clauses import Clause, Divergence
from reports.russian import day

TITLE = "Известные расхождения ещё терпят"


def divergences(inputs: Inputs) -> list[tuple[Clause, Divergence]]:
    """Return the clauses of which it is known that the system does otherwise, and what is known."""
    clauses = (clause for one in inputs.instructions.values() for clause in one.clauses)
    return [(clause, clause.differs) for clause in clauses if clause.differs]


def examine(inputs: Inputs) -> Examined | None:
    """Find those whose day has gone by; None where none is known."""
    known = divergences(inputs)
    if not known:
        return None
    over = [(clause, one.until) for clause, one in known if one.until < inputs.today]
    first = min(one.until for _, one in known)
    found = tuple(_over(clause, until) for clause, until in over)
    return Examined(len(known), f"известных расхождений {len(known)}, ближайший срок {day(first)}", found)


def _over(clause: Clause, until: date) -> Finding:
    file = f"fixtures/instructions/{clause.id.partition('.')[0]}.toml"
    text = (
        f"Расхождение с пунктом «{clause.id}» терпели до {day(until)}. "
        "Исправьте инструкцию или систему, либо решите ещё раз и назовите новый день (differs, until)."
    )
    return Finding("divergences", Code.POLICY, text, file, 1)
