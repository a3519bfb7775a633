"""For GitHub: workflow commands, which it shows at the lines of a change."""

from __future__ import annotations

from steps.language.rule import Weight
from steps.lint.linting import Finding
from steps.lint.report import Report

LEVELS = {Weight.REFUSES: "error", Weight.REMARK: "warning", Weight.ADVICE: "notice"}


def render(report: Report) -> str:
    """Return a command for each finding."""
    return "\n".join(map(_command, report.findings))


def _command(finding: Finding) -> str:
    problem = finding.problem
    properties = {"file": problem.uri, "line": str(problem.line), "title": finding.rule.headline}
    if problem.column:
        properties["col"] = str(problem.column)
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{LEVELS[finding.weight]} {told}::{_data(problem.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
