"""An instruction, clause by clause in the order of the source: verdict, difference, pictures of that very moment."""

from collections.abc import Iterator

from reports.clauses import Instruction
from reports.coverage import Finding, counted
from reports.model import ROLES, Exhibit, Model
from reports.page import Page
from reports.sections import sections

# More of them would hide the next clause; the rest is on a page of the clause's own.
SHOWN = 3


def pages(model: Model) -> Iterator[Page]:
    """Yields a page for each instruction, and one for each clause that more scenarios carry than it can show."""
    for instruction in model.instructions.values():
        yield _page(model, instruction)
        for clause in instruction.clauses:
            finding = model.findings[clause.id]
            if len(finding.trials) > SHOWN:
                content = {
                    "instruction": instruction,
                    "finding": finding,
                    "exhibits": model.exhibits(finding),
                }
                yield Page(f"clause/{clause.id}.html", "clause.html", clause.text, content)


def _page(model: Model, instruction: Instruction) -> Page:
    found = [model.findings[clause.id] for clause in instruction.clauses]
    roles = {clause.id: model.roles(model.findings[clause.id]) for clause in instruction.clauses}
    content = {
        "instruction": instruction,
        "counts": counted(found),
        "sections": [
            (section, counted(section.findings)) for section in sections(instruction, model.findings)
        ],
        "exhibits": {finding.clause.id: _shown(model, finding) for finding in found},
        "contradicting": sum(bool(clause.contradicts) for clause in instruction.clauses),
        "roles_of": roles,
        "roles": [role for role in ROLES if any(role in of for of in roles.values())],
    }
    return Page(f"{instruction.id}.html", "instruction.html", instruction.title, content)


def _shown(model: Model, finding: Finding) -> list[Exhibit]:
    """What differs or has a picture of its own goes first; the same screen need not be seen three times."""
    return model.exhibits(finding)[:SHOWN]
