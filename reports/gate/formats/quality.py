"""The decision as GitLab's code-quality report: each finding with a fingerprint that outlives its line."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from reports.gate.deciding import Decision
from reports.gate.finding import Code, Finding

_BY_SEVERITY = {"критично": "blocker", "важно": "critical", "прочее": "major"}
_BY_CODE = {
    Code.FINDING: "major",
    Code.UNUSABLE: "blocker",
    Code.INCOMPLETE: "critical",
    Code.POLICY: "minor",
}


def quality(decision: Decision) -> str:
    """Return the report; GitLab shows nothing without a place, so the policy stands for what has none."""
    seen: dict[str, int] = {}
    issues = [_issue(finding, decision.inputs.policy.path.name, seen) for finding in decision.findings]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(finding: Finding, policy: str, seen: dict[str, int]) -> dict[str, Any]:
    return {
        "description": f"{finding.title}: {finding.text}" if finding.title else finding.text,
        "check_name": f"gate.{finding.check}",
        "fingerprint": _fingerprint(finding, seen),
        "severity": _BY_SEVERITY.get(finding.severity, _BY_CODE[finding.code]),
        "location": {"path": finding.file or policy, "lines": {"begin": finding.line or 1}},
    }


def _fingerprint(finding: Finding, seen: dict[str, int]) -> str:
    """Return what names a finding in every run; equal ones are numbered, for GitLab keeps one of each."""
    name = "\n".join((finding.check, finding.scenario or finding.text))
    seen[name] = seen.get(name, 0) + 1
    return hashlib.sha256(f"{name}\n{seen[name]}".encode()).hexdigest()[:32]
