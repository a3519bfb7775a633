"""Whether the suite is known to catch enough of the planted defects."""

from __future__ import annotations

from collections.abc import Iterator

from reports.gate.defects import DefectResult
from reports.gate.finding import Code, Examined, Finding
from reports.gate.inputs import Inputs
from reports.record.policy import DefectPolicy

TITLE = "Подсаженные дефекты пойманы"
NAMED_AT_MOST = 8


def examine(inputs: Inputs) -> Examined | None:
    """Find what keeps the score from being enough; None where the policy asks for none."""
    asked, result = inputs.policy.policy.defects, inputs.defects
    if asked is None or result is None:
        return None
    measured = f"поймано {result.caught} из {result.planted}"
    return Examined(result.planted, measured, tuple(_wrong(asked, result)))


def _wrong(asked: DefectPolicy, result: DefectResult) -> Iterator[Finding]:
    if result.is_stale:
        text = (
            "Итог по дефектам устарел: с тех пор изменились сценарии или дефекты. "
            "Сделать его снова: python3 svyazka.py defects --whole"
        )
        yield _finding(asked, text)
    if result.planted and 100 * result.caught / result.planted < asked.score:
        names = ", ".join(result.survived[:NAMED_AT_MOST])
        survived = (
            f" Уцелели: {names}{' и ещё' if len(result.survived) > NAMED_AT_MOST else ''}." if names else ""
        )
        share = f"поймано {result.caught} из {result.planted} дефектов, нужно {asked.score:g} %"
        yield _finding(asked, f"{share.capitalize()}.{survived}")
    if result.harmless_caught:
        names = ", ".join(result.harmless_caught[:NAMED_AT_MOST])
        yield _finding(asked, f"Сценарии не проходят там, где ничего не испорчено: {names}.")


def _finding(asked: DefectPolicy, text: str) -> Finding:
    return Finding("planted", Code.POLICY, text, asked.result, 1)
