"""The decision as Markdown for a job's summary: the most important first, cut aloud below GitHub's limit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reports.gate.deciding import Decision
from reports.gate.finding import Code, Finding
from reports.gate.paragraph import HEADLINES, changes_told, paragraph
from reports.layout import VERDICTS
from reports.record.printable import printable
from reports.russian import day, plural

LIMIT = 1024 * 1024 - 4096  # GitHub refuses a summary of more than 1 MiB; other steps may add to it
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def summary(decision: Decision, limit: int = LIMIT) -> str:
    """Return the summary; what does not fit is left out from its end, and that is said."""
    sections = [*_sections(decision)]
    kept: list[str] = []
    room = limit - 400  # for the sentence that says what is missing
    for number, block in enumerate(sections):
        room -= len(block.encode())
        if room < 0:
            left = plural(len(sections) - number, "строка", "строки", "строк")
            kept.append(f"\n**Сводка обрезана**, не поместилось: {left}. Всё — в `verdict.json`.\n")
            break
        kept.append(block)
    return printable("".join(kept))


def undecided(code: Code, why: str) -> str:
    """Return the summary of a gate that could not decide."""
    return printable(f"## ✗ {HEADLINES[code].rstrip('.')}\n\n{_text(why)}\n")


def _sections(decision: Decision) -> Iterator[str]:
    sign = "✓" if decision.is_open else "✗"
    headline = HEADLINES[decision.code]
    yield f"## {sign} {headline.rstrip('.')}\n\n"
    yield f"{_text(paragraph(decision).removeprefix(headline).strip())}\n"
    yield from _reasons(decision)
    yield from _checks(decision)
    yield from _forgiven(decision)
    yield from _changes(decision)


def _reasons(decision: Decision) -> Iterator[str]:
    if decision.findings:
        yield f"\n### Что закрывает ворота: {len(decision.findings)}\n\n"
    for number, finding in enumerate(decision.findings, 1):
        yield f"{number}. {_reason(finding)}\n"


def _reason(finding: Finding) -> str:
    title = f"**{_text(finding.title)}**" if finding.title else ""
    where = " ".join(filter(None, (f"@{finding.severity}" if finding.severity else "", _code(finding.place))))
    return "<br>".join(filter(None, (title, _text(finding.text), where)))


def _checks(decision: Decision) -> Iterator[str]:
    yield "\n### Что проверено\n\n|  | проверка | итог |\n|---|---|---|\n"
    for answer in decision.answers:
        sign = "✓" if answer.is_good else "✗"
        yield f"| {sign} | {_text(answer.title)} | {_text(answer.examined.measured)} |\n"


def _forgiven(decision: Decision) -> Iterator[str]:
    inputs = decision.inputs
    if inputs.quarantine:
        yield "\n### Карантин\n\n| сценарий | почему | отвечает | до |\n|---|---|---|---|\n"
    for entry in inputs.quarantine:
        term = entry.term
        yield f"| {_text(term.id)} | {_text(term.reason)} | {_text(term.owner)} | {day(term.until)} |\n"


def _changes(decision: Decision) -> Iterator[str]:
    changes = decision.changes
    if changes is None:
        return
    told = changes_told(changes)
    yield f"\n### С прошлого выпуска\n\n{told[0].upper()}{told[1:]}.\n"
    named = (
        ("Стало хуже", changes.worse),
        ("Теперь пропущено", changes.skipped),
        ("Сценариев больше нет", changes.gone),
        ("Исправлено", changes.better),
        ("Новые", changes.new),
    )
    for word, scenarios in named:
        for one in scenarios:
            yield f"\n- {word}: {_text(one.place.heading)} {_code(f'{one.place.uri}:{one.place.line}')}"
    for clause, before, now in changes.clauses:
        yield f"\n- Пункт {_code(clause)}: было «{VERDICTS[before][1]}», стало «{VERDICTS[now][1]}»"
    yield "\n"


def _text(text: str) -> str:
    """Return a text that means itself, on one line: no table ends in it and nothing is set in it."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split())).replace("@", "@\u2060")  # nobody is called by a tag


def _code(text: str) -> str:
    return f"`{text}`" if text else ""
