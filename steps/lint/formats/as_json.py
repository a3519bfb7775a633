"""For a program: one object; its keys stay, new ones may come.

`files`: how many were looked at; `mended`: those that `--fix` has written; `unchecked`: what could not be looked into;
`findings`: a list of objects with `rule` (code), `title`, `weight` (error, warning, note), `file`, `line` (from 1),
`column` (from 1; 0: the whole line), `message`, and `mend`: null, or an object with `title`, `mechanical` and `edits`,
each with `line` (from 1), `start` and `end` (columns from 0, end excluded) and `text`.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from steps.language.rule import Weight
from steps.lint.linting import Finding
from steps.lint.report import Report

LEVELS = {Weight.REFUSES: "error", Weight.REMARK: "warning", Weight.ADVICE: "note"}


def render(report: Report) -> str:
    """Return the report as JSON."""
    found = {
        "files": report.files,
        "mended": report.mended,
        "unchecked": report.unchecked,
        "findings": [_finding(finding) for finding in report.findings],
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


def _finding(finding: Finding) -> dict[str, Any]:
    problem = finding.problem
    return {
        "rule": finding.rule.code,
        "title": finding.rule.title,
        "weight": LEVELS[finding.weight],
        "file": problem.uri,
        "line": problem.line,
        "column": problem.column,
        "message": problem.message,
        "mend": asdict(problem.mend) if problem.mend else None,
    }
