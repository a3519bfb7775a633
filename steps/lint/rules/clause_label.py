"""A clause is marked, and its label, which the instruction prints, stands in no step that carries the clause out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reports.record.origins import is_quoted
from steps.language.problem import Problem
from steps.language.rule import Weight
from steps.language.spelling import nearest_word
from steps.lint.inspected import Inspected

WEIGHT = Weight.REMARK


def find(inspected: Inspected) -> Iterator[Problem]:
    """Yield the marks of clauses of which no step quotes a single label, in this file or in another with the mark."""
    carriers: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for step in inspected.bound.steps:
        for clause in inspected.document.clauses.get(step.line, ()):
            carriers[clause].append((step.line, step.text))
    for clause, steps in carriers.items():
        labels = inspected.known.clauses.get(clause, ())
        quoted = any(is_quoted(label, text) for label in labels for _, text in steps)
        if labels and not quoted and not _quoted_elsewhere(inspected, clause, labels):
            line, text = steps[0]
            yield inspected.problem("clause_label", line, _message(clause, text, labels))


def _quoted_elsewhere(inspected: Inspected, clause: str, labels: tuple[str, ...]) -> bool:
    others = inspected.known.marked_elsewhere(clause, inspected.uri)
    return any(label in text for label in labels for text in others)


def _message(clause: str, text: str, labels: tuple[str, ...]) -> str:
    wanted = ", ".join(f"«{label}»" for label in labels)
    told = f"над шагом «{text}» отмечен пункт «{clause}», а надписи пункта в шаге нет: {wanted}."
    quoted = text.partition("«")[2].rpartition("»")[0]
    near = nearest_word(quoted, labels) if quoted else None
    return f"{told} Может быть, «{near}»?" if near else f"{told} Сверьте шаг с пунктом."
