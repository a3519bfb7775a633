"""For GitLab: a code quality report."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import Any

from steps.language.rule import Weight
from steps.lint.linting import Finding
from steps.lint.report import Report

SEVERITIES = {Weight.REFUSES: "major", Weight.REMARK: "minor", Weight.ADVICE: "info"}


def render(report: Report) -> str:
    """Return the report; a finding keeps its fingerprint when lines above it move."""
    seen: Counter[str] = Counter()
    return json.dumps([_issue(each, seen) for each in report.findings], ensure_ascii=False, indent=2)


def _issue(finding: Finding, seen: Counter[str]) -> dict[str, Any]:
    problem = finding.problem
    same = f"{problem.rule}\0{problem.uri}\0{problem.message}"
    seen[same] += 1
    return {
        "description": problem.message,
        "check_name": problem.rule,
        "fingerprint": hashlib.sha256(f"{same}\0{seen[same]}".encode()).hexdigest(),
        "severity": SEVERITIES[finding.weight],
        "location": {"path": problem.uri, "lines": {"begin": problem.line}},
    }
