"""The first page: all instructions with what is confirmed of each, and what wants attention."""

from collections.abc import Iterator

from reports.attention import attention
from reports.coverage import counted
from reports.markup import remarks
from reports.model import Model
from reports.page import Page
from reports.reality import reality
from reports.record.clauses import Instruction
from reports.record.status import ENDED_WELL
from reports.sections import sections
from reports.skipped import skipped
from reports.unsaid import unsaid
from reports.views import contradictions, people

PATH = "index.html"


def pages(model: Model) -> Iterator[Page]:
    """Yield the first page."""
    content = {
        "counts": counted(model.findings.values(), model.untranscribed(*model.instructions.values())),
        "reality": reality(model),
        "walks": people.walks(model, model.findings.values()),
        "elsewhere": [one for one in model.findings.values() if model.standings.is_otherwise(one.clause.id)],
        "disputed": people.disputed(model),
        "states": people.states(model, model.findings.values()),
        "instructions": [
            {
                "instruction": one,
                "tried": _is_tried(model, one),
                "counts": counted(
                    [model.findings[clause.id] for clause in one.clauses], model.untranscribed(one)
                ),
                "variants": [
                    (section.title, section.anchor, counted(section.findings))
                    for section in sections(one, model.findings)
                    if section.variant
                ],
            }
            for one in sorted(model.instructions.values(), key=lambda one: not _is_tried(model, one))
        ],
        "attention": attention(model),
        "unsaid": unsaid(model.run, model.instructions),
        "markup": len(remarks(model.run)),
        "skipped": skipped(model.run),
        "contradictions": contradictions.shown(model),
        "troubled": [scenario for scenario in model.run.scenarios if scenario.status not in ENDED_WELL],
    }
    yield Page(PATH, "overview.html", "Сходится ли инструкция с системой", content, "Инструкции")


def _is_tried(model: Model, instruction: Instruction) -> bool:
    return any(model.findings[clause.id].trials for clause in instruction.clauses)
