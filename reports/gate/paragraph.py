"""The verdict as one Russian paragraph, for people who read nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from textwrap import shorten

from reports.gate.changes import Changes
from reports.gate.deciding import Decision
from reports.gate.finding import Code
from reports.russian import day, plural
from reports.wording import part, tally

REASON = 200  # characters of the first reason; the whole of it is in the list
HEADLINES = {
    Code.OPEN: "Ворота открыты.",
    Code.FINDING: "Ворота закрыты: есть находки.",
    Code.UNUSABLE: "Ворота закрыты: входные данные негодны, судить по ним нельзя.",
    Code.INCOMPLETE: "Ворота закрыты: прогон неполон.",
    Code.POLICY: "Ворота закрыты политикой: сценарии в порядке, но требования выпуска не выполнены.",
}


def paragraph(decision: Decision) -> str:
    """Return the verdict, what it rests on, and what is put up with."""
    return " ".join(filter(None, _sentences(decision)))


def _sentences(decision: Decision) -> Iterator[str]:
    run = decision.inputs.run
    yield HEADLINES[decision.code]
    if decision.findings:
        reasons = plural(len(decision.findings), "причина", "причины", "причин")
        first = decision.findings[0]
        about = f" — {first.called}" if first.title else ""
        yield f"Закрывает {reasons}, первая{about}: {_closed(shorten(first.text, REASON, placeholder=' …'))}"
    when = day(datetime.fromtimestamp(run.started).date())
    yield f"Прогон {when} {run.stand.place}. {tally(run).capitalize()}."
    yield part(run)
    measured = {answer.check: answer.examined.measured for answer in decision.answers}
    for check, begin in (("coverage", "Пункты инструкций: "), ("planted", "Дефекты: ")):
        if check in measured:
            yield f"{begin}{measured[check]}."
    if "divergences" in measured:
        yield f"{measured['divergences'].capitalize()}{_put_up_with(decision)}."
    if forgiven := sum(map(decision.inputs.is_quarantined, run.scenarios)):
        yield f"Прощено карантином: {plural(forgiven, 'сценарий', 'сценария', 'сценариев')}."
    if decision.changes is not None:
        yield f"С прошлого выпуска: {changes_told(decision.changes)}."


def _put_up_with(decision: Decision) -> str:
    """Say that known divergences close nothing, while that is so."""
    over = any(finding.check == "divergences" for finding in decision.findings)
    return "" if over else ": о них известно, и они ничего не закрывают"


def _closed(text: str) -> str:
    return text if text[-1:] in ".!?…" else f"{text}."


def changes_told(changes: Changes) -> str:
    """Return what differs from the release before, counted."""
    counted = (
        (len(changes.worse), "стало хуже"),
        (len(changes.better), "исправлено"),
        (len(changes.skipped), "теперь пропущено"),
        (len(changes.new), "новых сценариев"),
        (len(changes.gone), "сценариев больше нет"),
        (len(changes.clauses), "пунктов с другим вердиктом"),
    )
    return ", ".join(f"{words} {number}" for number, words in counted if number) or "ничего не изменилось"
