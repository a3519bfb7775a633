"""What is wrong with a feature as it stands now: the same problems that a run would refuse it by."""

from __future__ import annotations

from dataclasses import dataclass

from steps.editor.knowledge import Knowledge
from steps.editor.text import Span, Text
from steps.language.problem import Problem
from steps.language.reading import parse_feature

ERROR, ADVICE = "error", "advice"


@dataclass(frozen=True)
class Finding:
    """Something to be mended, or worth thinking of: where it is, which rule says so, and what to do."""

    span: Span
    severity: str
    rule: str
    message: str


def findings(text: Text, uri: str, knowledge: Knowledge) -> list[Finding]:
    """Return everything that is wrong with the text, from top to bottom."""
    document = parse_feature(text.normal.removeprefix("\ufeff"), uri, frozenset(knowledge.clauses))
    problems = [*document.problems, *knowledge.matcher.problems(document)]
    found = [_finding(text, each, ERROR) for each in problems]
    found += [_finding(text, each, ADVICE) for each in document.remarks]
    return sorted(set(found), key=lambda each: (each.span, each.message))


def _finding(text: Text, problem: Problem, severity: str) -> Finding:
    line = min(max(problem.line - 1, 0), len(text.lines) - 1)
    message = problem.message[:1].upper() + problem.message[1:]
    return Finding(text.written(line), severity, problem.rule, message)
