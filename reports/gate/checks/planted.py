"""Whether the suite is known to catch enough of the planted defects."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reports.gate.finding import Code, Examined, Finding
from reports.gate.inputs import Inputs
from reports.record.freshness import OtherCode, other_code, staleness
from reports.record.kills import Matrix, State
from reports.record.naming import first_of
from reports.record.policy import DefectPolicy

TITLE = "Подсаженные дефекты пойманы"
NAMED_AT_MOST = 8
AGAIN = "Испытать всё заново: python3 svyazka.py defects"


def examine(inputs: Inputs) -> Examined | None:
    """Find what keeps the score from being enough; None where the policy asks for none."""
    asked, matrix = inputs.policy.policy.defects, inputs.defects
    if asked is None or matrix is None:
        return None
    planted, caught = len(matrix.of_product), len(matrix.of(State.CAUGHT))
    other = other_code(matrix)
    sentences = (*_wrong(asked, matrix), *_of_other_code(asked, other, inputs.today))
    found = tuple(Finding("planted", Code.POLICY, text, asked.result, 1) for text in sentences)
    measured = f"поймано {caught} из {planted}"
    return Examined(planted, f"{measured}; {other.told}" if other else measured, found)


def _of_other_code(asked: DefectPolicy, other: OtherCode | None, today: date) -> Iterator[str]:
    """Say that what was tried with other code is too old to be believed, where the policy says how old it may be."""
    if other is None or asked.fresh_days is None:
        return
    if not asked.fresh_days:
        yield f"{other} Политика верит только испытанному с тем же кодом. {AGAIN}"
    elif other.days(today) > asked.fresh_days:
        believed = f"Политика верит такому столько дней: {asked.fresh_days}."
        yield f"{other} {believed} {AGAIN}"


def _wrong(asked: DefectPolicy, matrix: Matrix) -> Iterator[str]:
    if stale := staleness(matrix):
        again = "Испытать изменившееся: python3 svyazka.py defects --changed"
        yield f"Итог по дефектам устарел. {' '.join(stale)} {again}"
    if matrix.of_product and matrix.score < asked.score:
        wanted = f"{asked.score:g}".replace(".", ",")
        caught, planted = len(matrix.of(State.CAUGHT)), len(matrix.of_product)
        yield f"Поймано {caught} из {planted} дефектов, нужно {wanted} %.{_uncaught(matrix)}"
    if matrix.false_alarms:
        names = first_of([row.defect.id for row in matrix.false_alarms], NAMED_AT_MOST)
        yield f"Сценарии не проходят там, где ничего не испорчено: {names}."
    if matrix.false_findings:
        names = first_of([one.scenario for one in matrix.false_findings], NAMED_AT_MOST)
        yield f"Без дефекта не прошли и ничего не доказывают: {names}."


def _uncaught(matrix: Matrix) -> str:
    names = [row.defect.id for row in matrix.of_product if row.state is not State.CAUGHT]
    return f" Не пойманы: {first_of(names, NAMED_AT_MOST)}."
