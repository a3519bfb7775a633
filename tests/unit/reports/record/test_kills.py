"""A matrix is read as it was written, counts what it says, and knows when it speaks of something else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reports.record.kills import (
    Defect,
    Ending,
    Made,
    Matrix,
    Row,
    State,
    Try,
    defect_fingerprints,
    fingerprint,
    read_matrix,
    staleness,
    write_matrix,
)
from sim_server.defects.catalogue import known

ONE, TWO, THREE = "f.feature /  / Один / ", "f.feature /  / Два / ", "f.feature /  / Три / "
CODE = Defect("code", "Код любой.", "проверка кода", breaks=("a.1",), labels=("Код",), fingerprint="aa")
GONE = Defect("gone", "Кнопки нет.", "пропажа с экрана", fingerprint="bb")
PAINT = Defect("paint", "Цвет другой.", harmless=True, fingerprint="cc")


SAID = {ONE: "11", TWO: "22", THREE: "33"}


def tried(defect: Defect, scenario: str, ending: Ending) -> Try:
    return (
        Try(defect.id, scenario, ending, 7, "вижу «Код»", "нет «Код»")
        if ending != Ending.PASSED
        else Try(defect.id, scenario, ending)
    )


def row(defect: Defect, *endings: Ending) -> Row:
    tries = [tried(defect, name, ending) for name, ending in zip((ONE, TWO, THREE), endings, strict=False)]
    return Row(defect, len(tries), tuple(tries))


def matrix(*rows: Row, control: tuple[Try, ...] = ()) -> Matrix:
    made = Made("abc", "2026-11-27", "ff", 17, True, 12.5)
    return Matrix(made, (ONE, TWO, THREE), rows, control, {"code": (0, 1, 2), "gone": (2,), "none": ()}, SAID)


CAUGHT, ACCIDENT, CRASHED, PASSED = Ending.CAUGHT, Ending.ACCIDENT, Ending.CRASHED, Ending.PASSED


@pytest.mark.parametrize(
    ("endings", "state"),
    [
        ([PASSED, ACCIDENT, CAUGHT], State.CAUGHT),
        ([PASSED, CRASHED, ACCIDENT], State.ACCIDENT),
        ([PASSED, CRASHED], State.CRASHED),
        ([PASSED], State.SURVIVED),
        ([], State.UNTOUCHED),
    ],
)
def test_state_is_the_best_that_was_found(endings: list[Ending], state: State) -> None:
    assert row(CODE, *endings).state is state


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


def test_proven_is_only_what_is_caught_by_its_own_assertion() -> None:
    good = matrix(row(CODE, CAUGHT), row(PAINT, PASSED))
    assert good.proven
    assert good.score == 100
    for spoilt in (
        matrix(row(CODE, CAUGHT), row(GONE, ACCIDENT)),
        matrix(row(CODE, CAUGHT), row(GONE, PASSED)),
        matrix(row(CODE, CAUGHT), row(GONE)),
        matrix(row(CODE, CAUGHT), row(PAINT, CRASHED)),
        matrix(row(CODE, CAUGHT), control=(tried(CODE, ONE, ACCIDENT),)),
    ):
        assert not spoilt.proven


def test_lone_catchers_and_those_that_catch_the_same() -> None:
    told = matrix(row(CODE, CAUGHT, CAUGHT), row(GONE, CAUGHT, CAUGHT))
    assert told.alike() == [(ONE, TWO)]
    assert told.lone() == {}
    assert matrix(row(CODE, PASSED, CAUGHT)).lone() == {TWO: ["code"]}
    assert matrix(row(CODE, PASSED, CAUGHT)).alike() == []


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a feature, a defect and a harmless change."""
    for file, text in (
        ("features/a.feature", "Функция: А"),
        ("sim_server/defects/named/codes/code.py", "DEFECT"),
        ("sim_server/defects/harmless/paint.py", "HARMLESS"),
    ):
        (tmp_path / file).parent.mkdir(parents=True)
        (tmp_path / file).write_text(text, encoding="utf-8")
    return tmp_path


def fresh(project: Path) -> Matrix:
    now = defect_fingerprints(project / "sim_server" / "defects")
    rows = [row(replace(one, fingerprint=now[one.id]), CAUGHT) for one in (CODE, PAINT)]
    told = matrix(*rows)
    return replace(told, made=replace(told.made, fingerprint=fingerprint(project)))


def test_what_has_not_changed_is_not_stale(project: Path) -> None:
    assert staleness(fresh(project), project) == []


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("features/a.feature", "Сценарии с тех пор изменились."),
        ("features/b.feature", "Сценарии с тех пор изменились."),
        ("sim_server/defects/named/codes/code.py", "Дефекты изменены: code."),
        ("sim_server/defects/named/codes/other.py", "Дефекты новые, ещё не испытаны: other."),
    ],
)
def test_what_has_changed_is_named(project: Path, file: str, said: str) -> None:
    told = fresh(project)
    (project / file).write_text("иначе", encoding="utf-8")
    assert staleness(told, project) == [said]


def test_defect_that_is_gone_is_named(project: Path) -> None:
    told = fresh(project)
    (project / "sim_server/defects/named/codes/code.py").unlink()
    assert staleness(told, project) == ["Дефектов больше нет: code."]


def test_simulator_and_reports_know_a_defect_by_the_same_fingerprint() -> None:
    assert {one.id: one.fingerprint for one in known()} == defect_fingerprints()
