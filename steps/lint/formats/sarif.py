"""For whatever reads SARIF 2.1.0."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from steps.language.rule import Rule, Weight
from steps.lint.linting import Finding
from steps.lint.report import Report

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Weight.REFUSES: "error", Weight.REMARK: "warning", Weight.ADVICE: "note"}


def render(report: Report) -> str:
    """Return a log with one run; its rules are those that found something."""
    rules = list({finding.rule.code: finding.rule for finding in report.findings}.values())
    numbers = {rule.code: number for number, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "Svyazka", "language": "ru", "rules": [_rule(each) for each in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, numbers) for finding in report.findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(rule: Rule[Any]) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.headline},
        "help": {"text": rule.text, "markdown": rule.text},
        "defaultConfiguration": {"level": LEVELS[rule.weight]},
    }


def _result(finding: Finding, numbers: dict[str, int]) -> dict[str, Any]:
    problem = finding.problem
    region = {"startLine": problem.line} | ({"startColumn": problem.column} if problem.column else {})
    place = {"artifactLocation": {"uri": quote(problem.uri)}, "region": region}
    return {
        "ruleId": finding.rule.code,
        "ruleIndex": numbers[finding.rule.code],
        "level": LEVELS[finding.weight],
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": place}],
    }
