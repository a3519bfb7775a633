"""The matrix in the schema of reports of mutation testing: for the component of Stryker, and for tools that read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reports.record.freshness import DEFECTS
from reports.record.kills import Defect, Ending, Matrix, Row, State
from reports.record.revision import ROOT

VERSION = "2.0"
STATUS = {
    State.CAUGHT: "Killed",
    State.ACCIDENT: "Survived",  # what fails by accident may pass by accident
    State.CRASHED: "RuntimeError",
    State.SURVIVED: "Survived",
    State.UNTOUCHED: "NoCoverage",
}
REASONS = {State.ACCIDENT: "Замечен случайно", State.CRASHED: "Сценарий сломался"}
INSTRUCTIONS = "fixtures/instructions"
HARMLESS = "безвредное изменение"
THRESHOLDS = {"high": 100, "low": 90}


@dataclass(frozen=True)
class Place:
    """A line of a file that a defect belongs to."""

    file: str
    line: int
    length: int


def report(matrix: Matrix, root: Path = ROOT) -> dict[str, Any]:
    """Return the report: each defect stands at the clause that it breaks, in its own file where no clause says it."""
    numbers = {name: str(number) for number, name in enumerate(matrix.scenarios)}
    placed = [(row, _place(row.defect, root)) for row in matrix.rows]
    mutants: dict[str, list[dict[str, Any]]] = {}
    for row, place in placed:
        mutants.setdefault(place.file, []).append(_mutant(row, place, matrix, numbers))
    return {
        "schemaVersion": VERSION,
        "thresholds": THRESHOLDS,
        "files": {file: _file(root / file, found) for file, found in sorted(mutants.items())},
        "testFiles": _test_files(numbers),
    }


def _file(path: Path, mutants: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    source = path.read_text(encoding="utf-8") if path.is_file() else ""
    return {"language": path.suffix.removeprefix(".") or "txt", "source": source, "mutants": mutants}


def _mutant(row: Row, place: Place, matrix: Matrix, numbers: Mapping[str, str]) -> dict[str, Any]:
    caught = row.by(Ending.CAUGHT)
    covering = matrix.touched.get(row.defect.id)
    told = {
        "id": row.defect.id,
        "mutatorName": row.defect.kind or HARMLESS,
        "description": row.defect.says,
        "replacement": row.defect.says,
        "location": _location(place),
        "status": "Ignored" if row.defect.harmless else STATUS[row.state],
        "statusReason": _reason(row),
        "killedBy": [numbers[one.scenario] for one in caught],
        "testsCompleted": len(row.tries),
    }
    return told if covering is None else {**told, "coveredBy": [str(number) for number in covering]}


def _reason(row: Row) -> str:
    worst = next((one for one in row.tries if one.ending is not Ending.PASSED), None)
    caught = next(iter(row.by(Ending.CAUGHT)), worst)
    found = f"{caught.step}: {caught.words}" if caught else ""
    return ". ".join(filter(None, (REASONS.get(row.state, ""), found)))


def _location(place: Place) -> dict[str, Any]:
    end = {"line": place.line, "column": place.length + 1}
    return {"start": {"line": place.line, "column": 1}, "end": end}


def _place(defect: Defect, root: Path) -> Place:
    for clause in defect.breaks:
        file = root / INSTRUCTIONS / f"{clause.split('.')[0]}.toml"
        if found := _line_of(file, f'id = "{clause}"'):
            return Place(file.relative_to(root).as_posix(), *found)
    own = (
        next((root / DEFECTS.relative_to(ROOT)).rglob(f"{defect.id}.py"), None) if _has_file(defect) else None
    )
    if own is None:
        return Place("надписи", 1, 1)
    return Place(own.relative_to(root).as_posix(), *(_line_of(own, "says=") or (1, 1)))


def _has_file(defect: Defect) -> bool:
    return defect.id.isidentifier()


def _line_of(file: Path, words: str) -> tuple[int, int] | None:
    """The number and the length of the first line that has these words."""
    if not file.is_file():
        return None
    lines = enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
    return next(((number, len(line)) for number, line in lines if words in line), None)


def _test_files(numbers: Mapping[str, str]) -> dict[str, Any]:
    files: dict[str, Any] = {}
    for name, number in numbers.items():
        uri, *rest = name.split(" / ")
        title = " / ".join(part for part in rest if part.strip())
        files.setdefault(uri, {"tests": []})["tests"].append({"id": number, "name": title})
    return files
