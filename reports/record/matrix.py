"""The matrix of defects and scenarios as it is kept: written, and read again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from reports.record.folder import write_whole
from reports.record.kills import Defect, Ending, Made, Matrix, Origin, Row, Try
from reports.record.revision import ROOT

MATRIX = ROOT / "docs" / "defects.json"


def write_matrix(file: Path, matrix: Matrix) -> None:
    """Write the matrix: when and of what it was made, and then a line for each defect."""
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, _lines(matrix))


def _lines(matrix: Matrix) -> Iterator[str]:
    tests = [one.scenario for row in matrix.rows for one in row.tries if one.scenario == row.defect.test]
    names = [*dict.fromkeys([*matrix.scenarios, *tests])]
    numbers = {name: number for number, name in enumerate(names)}
    yield "{\n"
    for key, value in asdict(matrix.made).items():
        yield f'"{key}": {_json(value)},\n'
    yield from _listed("scenarios", map(_json, names), ",")
    yield f'"said": {_json([matrix.said.get(name, "") for name in matrix.scenarios])},\n'
    control = Row(Defect("", ""), len(matrix.control), matrix.control)
    earlier = _earlier([*matrix.rows, control])
    yield from _listed("earlier", (_json(asdict(one)) for one in earlier), ",")
    yield f'"control": {_json(_row_told(control, numbers, earlier))},\n'
    yield f'"touched": {_json({name: _ranges(found) for name, found in sorted(matrix.touched.items())})},\n'
    yield from _listed("rows", (_json(_row_told(row, numbers, earlier)) for row in matrix.rows), "")
    yield "}\n"


def _listed(key: str, entries: Iterable[str], end: str) -> Iterator[str]:
    told = ",\n".join(entries)
    yield f'"{key}": [\n{told}\n]{end}\n'


def _earlier(rows: Iterable[Row]) -> list[Origin]:
    """Return the origins of the rows, each once; a row is as old as the oldest of its tries."""
    found: list[Origin] = []
    for row in rows:
        if row.origin is not None and row.origin not in found:
            found.append(row.origin)
    return found


def _row_told(row: Row, numbers: Mapping[str, int], earlier: Sequence[Origin]) -> dict[str, Any]:
    told = {
        "defect": asdict(row.defect),
        "touching": row.touching,
        "tries": _told(row.tries, numbers),
        "passed": _ranges([numbers[one.scenario] for one in row.by(Ending.PASSED)]),
    }
    return told if row.origin is None else {**told, "earlier": earlier.index(row.origin)}


def _json(told: Any) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _told(tries: Iterable[Try], numbers: Mapping[str, int]) -> list[list[Any]]:
    failed = [one for one in tries if one.ending is not Ending.PASSED]
    return [[numbers[one.scenario], one.ending, one.line, one.step, one.words] for one in failed]


def _ranges(numbers: Sequence[int]) -> str:
    """Write numbers shortly: 0-3,7."""
    parts: list[list[int]] = []
    for number in sorted(numbers):
        if parts and number == parts[-1][-1] + 1:
            parts[-1][1:] = [number]
        else:
            parts.append([number])
    return ",".join("-".join(map(str, part)) for part in parts)


def _numbers(ranges: str) -> tuple[int, ...]:
    found: list[int] = []
    for part in filter(None, ranges.split(",")):
        first, _, last = part.partition("-")
        found += range(int(first), int(last or first) + 1)
    return tuple(found)


def read_matrix(file: Path = MATRIX) -> Matrix | None:
    """Return the matrix that was kept, None where none was."""
    if not file.exists():
        return None
    told = json.loads(file.read_text(encoding="utf-8"))
    names = tuple(told["scenarios"])
    earlier = [Origin(**one) for one in told.get("earlier", ())]
    return Matrix(
        Made(**{each.name: told[each.name] for each in fields(Made) if each.name in told}),
        names,
        tuple(_row(one, names, earlier) for one in told["rows"]),
        _row(told["control"], names, earlier).tries,
        {name: _numbers(ranges) for name, ranges in told["touched"].items()},
        dict(zip(names, told["said"], strict=False)),  # after the scenarios come tests
    )


def _row(told: Mapping[str, Any], names: Sequence[str], earlier: Sequence[Origin]) -> Row:
    defect = Defect.read(told["defect"])
    origin = earlier[told["earlier"]] if "earlier" in told else None
    passed = [Try(defect.id, names[at], Ending.PASSED, origin=origin) for at in _numbers(told["passed"])]
    return Row(defect, told["touching"], (*_tries(defect.id, told["tries"], names, origin), *passed))


def _tries(
    defect: str, told: Iterable[Sequence[Any]], names: Sequence[str], origin: Origin | None
) -> Iterator[Try]:
    for number, ending, line, step, words in told:
        yield Try(defect, names[number], Ending(ending), line, step, words, origin)
