"""Defects that were tried with three scenarios."""

from __future__ import annotations

from reports.record.kills import Defect, Ending, Made, Matrix, Row, Try

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
