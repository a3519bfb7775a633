"""What the command `defects` says: a line for each defect, and the verdict in whole sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reports.record.kills import CAPTION, Defect, Ending, Matrix, Row, State

WORDS = {
    State.CAUGHT: "замечен",
    State.ACCIDENT: "замечен случайно",
    State.CRASHED: "только сломал",
    State.SURVIVED: "НЕ ЗАМЕЧЕН",
    State.UNTOUCHED: "НИКТО НЕ ДОХОДИТ",
}
WIDEST = max(map(len, WORDS.values()))


def listed(defects: Sequence[Defect]) -> Iterator[str]:
    """Yield a line for each defect that has a file, by kind, and how many captions there are besides."""
    named = [one for one in defects if not one.id.startswith(CAPTION)]
    for kind in dict.fromkeys(one.kind for one in sorted(named, key=lambda one: one.kind or "я")):
        yield f"\n{kind.capitalize() or 'Безвредные изменения'}"
        for one in named:
            if one.kind == kind:
                yield f"  {one.id}\n      {one.says}"
    yield f"\nИ ещё {len(defects) - len(named)}: по одному на каждую надпись из пунктов, «caption:Надпись»."


def row_line(row: Row) -> str:
    """Return how it went with a defect: by whom it was noticed, or that it was not."""
    told = f"{WORDS[row.state]:<{WIDEST}}  {row.defect.id}"
    caught = row.by(Ending.CAUGHT)
    if caught:
        return f"{told}  ←  {caught[0].scenario.split(' / ')[0]}:{caught[0].line}"
    return f"{told}  (испытано сценариев: {len(row.tries)})"


def verdict(matrix: Matrix) -> Iterator[str]:
    """Yield the verdict: what it rests on, what was not noticed, and what to do about it."""
    product, caught = matrix.of_product, matrix.of(State.CAUGHT)
    yield _first_sentence(matrix, len(product), len(caught))
    for state, what in (
        (State.SURVIVED, "Не замечены, хотя сценарии до них доходят"),
        (State.UNTOUCHED, "До них не доходит ни один сценарий"),
        (State.ACCIDENT, "Замечены случайно, проверкой о другом"),
        (State.CRASHED, "Сценарий сломался, а проверка их не заметила"),
    ):
        if rows := matrix.of(state):
            yield f"{what}: {len(rows)}"
            yield from (f"  {row.defect.id}: {row.defect.says}{_of(row.defect)}" for row in rows)
    yield from _control(matrix)
    yield from _harmless(matrix)
    if len(caught) < len(product):
        yield "Что делать: дописать сценарий, который это увидит. Дефект при этом не меняют."


def _first_sentence(matrix: Matrix, product: int, caught: int) -> str:
    if not product:
        return "Дефектов в этот раз не испытывали."
    if matrix.proven:
        return f"Сценарии замечают все дефекты ({product}) и не путают с ними безвредные изменения."
    return f"Сценарии замечают дефектов: {caught} из {product}."


def _of(defect: Defect) -> str:
    named = [*defect.breaks[:3], *(f"«{label}»" for label in defect.labels[:2])]
    return f" ({', '.join(named)})" if named else ""


def _control(matrix: Matrix) -> Iterator[str]:
    if not matrix.control:
        yield "Без дефекта сценарии в этот раз не выполнялись: это делает --whole."
    elif not matrix.false_findings:
        yield f"Без дефекта прошли все сценарии: {len(matrix.control)}."
    for one in matrix.false_findings:
        yield f"Без дефекта не прошёл: {one.scenario}: {one.words}"


def _harmless(matrix: Matrix) -> Iterator[str]:
    if not matrix.harmless:
        return
    if not matrix.false_alarms:
        yield f"Безвредных изменений: {len(matrix.harmless)}, ни одно не принято за ошибку."
    for row in matrix.false_alarms:
        first = next(one for one in row.tries if one.ending is not Ending.PASSED)
        yield f"Безвредное изменение принято за ошибку: {row.defect.says} ({first.scenario}: {first.words})"
