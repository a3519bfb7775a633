"""An instruction, clause by clause in the order of the source: verdict, difference, pictures of that very moment."""

from collections.abc import Callable, Iterator
from typing import Any

from reports.coverage import Finding, counted
from reports.model import ROLES, Exhibit, Model
from reports.page import Page
from reports.record.clauses import Instruction
from reports.sections import sections
from reports.views import people

# More of them would hide the next clause; the rest is on a page of the clause's own.
SHOWN = 2


def pages(model: Model) -> Iterator[Page]:
    """Yield a page for each instruction, and one for each clause that more scenarios carry than it can show."""
    for instruction in model.instructions.values():
        shown = content(model, instruction, lambda finding: model.exhibits(finding)[:SHOWN])
        yield Page(f"{instruction.id}.html", "instruction.html", instruction.title, shown)
        for clause in instruction.clauses:
            finding = model.findings[clause.id]
            if len(finding.trials) > SHOWN:
                yield _whole_clause(model, instruction, finding)


def _whole_clause(model: Model, instruction: Instruction, finding: Finding) -> Page:
    content = {"instruction": instruction, "finding": finding, "exhibits": model.exhibits(finding)}
    return Page(f"clause/{finding.clause.id}.html", "clause.html", finding.clause.text, content)


def content(
    model: Model, instruction: Instruction, exhibits: Callable[[Finding], list[Exhibit]]
) -> dict[str, Any]:
    """Return what is shown of an instruction; `exhibits` chooses what is shown of each clause."""
    found = [model.findings[clause.id] for clause in instruction.clauses]
    roles = {finding.clause.id: model.roles(finding) for finding in found}
    return {
        "instruction": instruction,
        "counts": counted(found, model.untranscribed(instruction)),
        "walks": people.walks(model, found),
        "states": people.states(model, found),
        "sections": [(one, counted(one.findings)) for one in sections(instruction, model.findings)],
        "exhibits": {finding.clause.id: exhibits(finding) for finding in found},
        "contradicting": sum(bool(clause.contradicts) for clause in instruction.clauses),
        "roles_of": roles,
        "roles": [role for role in ROLES if any(role in of for of in roles.values())],
        "tried": any(finding.trials for finding in found),
    }
