"""For a reader: a line for each finding, and what all of them amount to."""

from __future__ import annotations

from collections.abc import Iterator

from steps.language.rule import Weight
from steps.lint.linting import Finding
from steps.lint.report import Report

# One, two to four, five and more.
WORDS = {
    Weight.REFUSES: ("ошибка", "ошибки", "ошибок"),
    Weight.REMARK: ("замечание", "замечания", "замечаний"),
    Weight.ADVICE: ("совет", "совета", "советов"),
}
FILES = ("файл", "файла", "файлов")


def render(report: Report) -> str:
    """Return the findings and the sum."""
    return "\n".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield from map(_line, report.findings)
    yield from (f"Исправлено: {uri}" for uri in report.mended)
    yield from report.unchecked
    counted = [f"{n} {_form(n, WORDS[weight])}" for weight in Weight if (n := report.count(weight))]
    looked = f"Проверено: {report.files} {_form(report.files, FILES)}."
    yield f"{looked} {'Замечаний нет.' if not counted else ', '.join(counted).capitalize() + '.'}"
    if report.findings:
        rule = report.findings[0].rule.title
        yield f"Правило подробно, с неверным и верным: python3 svyazka.py lint --explain {rule}"
    if not report.is_clean(strict=True) and report.is_clean():
        yield "Советы прогону не мешают."


def _line(finding: Finding) -> str:
    problem = finding.problem
    column = f":{problem.column}" if problem.column else ""
    return f"{problem.place}{column}: {finding.weight}: {problem.message} [{finding.rule.title}]"


def _form(number: int, words: tuple[str, str, str]) -> str:
    if number % 10 == 1 and number % 100 != 11:
        return words[0]
    return words[1] if 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14 else words[2]
