"""What the scenarios notice of a product with known defects: whether a green verdict is worth anything."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from typing import Any

from markupsafe import Markup

from reports.model import Model
from reports.page import Page
from reports.record.freshness import other_code, staleness
from reports.record.kills import Ending, Matrix, Row, State
from reports.record.matrix import MATRIX, read_matrix
from reports.stryker import report

PATH, MUTANTS = "proof.html", "mutants.html"
TITLE = "Что заметят сценарии"
COMPONENT = files("reports") / "bundles" / "stryker" / "mutation-test-elements.js"
# In the order in which they are told: what to do about first.
TOLD = (
    (
        State.SURVIVED,
        "Не замечены",
        "Сценарии доходят до этого места и проходят. Нужен сценарий, который это увидит.",
    ),
    (State.UNTOUCHED, "До них никто не доходит", "Нужен сценарий, который дойдёт до этого места."),
    (State.ACCIDENT, "Замечены случайно", "Не прошла проверка о другом: на неё нельзя положиться."),
    (State.CRASHED, "Сценарий сломался", "Проверка ничего не сказала: сценарий до неё не дошёл."),
)


def pages(_model: Model) -> Iterator[Page]:
    """Yield the page and the one for those who know Stryker, when a matrix was kept."""
    matrix = read_matrix(MATRIX)
    if matrix is not None:
        yield Page(PATH, "proof.html", TITLE, _content(matrix), "Дефекты")
        yield Page(MUTANTS, "mutants.html", TITLE, _component(matrix))


def _content(matrix: Matrix) -> dict[str, Any]:
    caught_by = matrix.caught_by()
    return {
        "matrix": matrix,
        "tried": date.fromisoformat(matrix.made.date),
        "named": _named,
        "stale": staleness(matrix),
        "other_code": other_code(matrix),
        "caught": len(matrix.of(State.CAUGHT)),
        "groups": [(title, advice, matrix.of(state)) for state, title, advice in TOLD if matrix.of(state)],
        "kinds": _kinds(matrix),
        "lone": [(_title(name), ids) for name, ids in sorted(matrix.lone().items())],
        "idle": [_title(name) for name, ids in caught_by.items() if not ids],
        "alike": [[_title(name) for name in names] for names in matrix.alike()],
        "false_alarms": [(row, _first(row)) for row in matrix.false_alarms],
        "mutants": MUTANTS,
    }


def _kinds(matrix: Matrix) -> list[tuple[str, int, int]]:
    """Return each kind of defect, how many of it are caught, and how many there are."""
    kinds = dict.fromkeys(sorted(row.defect.kind for row in matrix.of_product))
    told = []
    for kind in kinds:
        rows = [row for row in matrix.of_product if row.defect.kind == kind]
        told.append((kind, sum(row.state is State.CAUGHT for row in rows), len(rows)))
    return told


def _named(row: Row) -> str:
    """What a finding counts at: clauses and captions."""
    return ", ".join([*row.defect.breaks, *(f"«{label}»" for label in row.defect.labels)])


def _first(row: Row) -> str:
    """The first scenario that took a harmless change for a finding, and in which words."""
    one = next(one for one in row.tries if one.ending is not Ending.PASSED)
    return f"{_title(one.scenario)}: {one.words}"


def _title(identity: str) -> str:
    """A scenario for people: its file and its name."""
    uri, *rest = identity.split(" / ")
    return f"{uri}: {' / '.join(part for part in rest if part.strip())}"


def _component(matrix: Matrix) -> dict[str, Any]:
    told = json.dumps(report(matrix), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return {"report": Markup(told), "component": Markup(COMPONENT.read_text(encoding="utf-8")), "back": PATH}  # noqa: S704 - our own JSON, escaped
