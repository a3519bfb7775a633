"""A matrix is read as it was written; what is older in it stays so."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from reports.record.kills import Ending, Origin, Row
from reports.record.matrix import read_matrix, write_matrix
from tests.unit.reports.record.tried import CODE, ONE, PAINT, SAID, TWO, matrix, row, tried

CAUGHT, ACCIDENT, PASSED = Ending.CAUGHT, Ending.ACCIDENT, Ending.PASSED
EARLIER = Origin("old", "2026-11-20", {"steps": "1"})


def test_matrix_is_read_as_it_was_written(tmp_path: Path) -> None:
    whole = matrix(
        row(CODE, PASSED, ACCIDENT, CAUGHT), row(PAINT, PASSED, PASSED), control=(tried(CODE, ONE, ACCIDENT),)
    )
    write_matrix(tmp_path / "defects.json", whole)
    read = read_matrix(tmp_path / "defects.json")
    assert read is not None
    assert read.made == whole.made
    assert read.touched == whole.touched
    assert read.said == SAID
    assert {one.scenario: one for one in read.rows[0].tries} == {
        one.scenario: one for one in whole.rows[0].tries
    }
    assert read.rows[1] == whole.rows[1]
    assert [one.scenario for one in read.control] == [ONE]


def test_no_matrix_is_none(tmp_path: Path) -> None:
    assert read_matrix(tmp_path / "none.json") is None


def test_row_is_as_old_as_the_oldest_of_its_tries(tmp_path: Path) -> None:
    tries = (replace(tried(CODE, ONE, PASSED), origin=EARLIER), tried(CODE, TWO, CAUGHT))
    write_matrix(tmp_path / "defects.json", matrix(Row(CODE, 2, tries), row(PAINT, PASSED)))
    read = read_matrix(tmp_path / "defects.json")
    assert read is not None
    assert [row.origin for row in read.rows] == [EARLIER, None]


def test_matrix_that_does_not_say_its_code_is_of_none(tmp_path: Path) -> None:
    file = tmp_path / "defects.json"
    write_matrix(file, matrix(row(CODE, CAUGHT)))
    told = json.loads(file.read_text(encoding="utf-8"))
    del told["code"], told["earlier"]
    file.write_text(json.dumps(told), encoding="utf-8")
    read = read_matrix(file)
    assert read is not None
    assert read.made.origin == Origin("abc", "2026-11-27")
