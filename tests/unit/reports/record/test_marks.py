"""Marks are read from a record as the collector reads them from the file."""

from pathlib import Path

import pytest

from reports.record.marks import Mark, clauses_by_line, counts_at, detour_lines, marks_among
from steps.language.reading import parse_feature, read_feature

ROOT = Path(__file__).parents[4]
FEATURES = sorted((ROOT / "features").rglob("*.feature"))


def test_there_are_features() -> None:
    assert FEATURES


@pytest.mark.parametrize("path", FEATURES, ids=lambda path: path.stem)
def test_marks_of_a_feature_are_those_of_the_collector(path: Path) -> None:
    document = read_feature(path, path.name)
    carried = {
        step["line"]: tuple(step["clauses"])
        for pickle in document.pickles
        for step in document.steps_of(pickle)
    }
    assert {line: clauses for line, clauses in carried.items() if clauses} == clauses_by_line(
        document.comments
    )


def test_two_marks_over_a_step_add_up() -> None:
    source = "Функция: Ф\n Сценарий: С\n  #> a.1, a.2\n  # слово\n  #> a.3\n  Когда нажимаю «Войти»\n"
    comments = parse_feature(source, "a.feature").comments
    assert clauses_by_line(comments) == {6: ("a.1", "a.2", "a.3")}


def test_mark_above_nothing_says_where_it_stands() -> None:
    source = "Функция: Ф\n Сценарий: С\n  Когда нажимаю «Войти»\n  #> a.1\n"
    assert marks_among(parse_feature(source, "a.feature").comments) == [Mark(4, 5, " a.1")]


def test_step_of_the_tests_own_carries_nothing() -> None:
    source = "Функция: Ф\n Сценарий: С\n  #>  вне  инструкции\n  Когда нажимаю «Войти»\n  #> a.1\n  И жду\n"
    comments = parse_feature(source, "a.feature").comments
    assert detour_lines(comments) == {4}
    assert clauses_by_line(comments) == {6: ("a.1",)}


@pytest.mark.parametrize(
    ("failed", "arranged", "at"),
    [(0, True, None), (0, False, 1), (1, False, 1), (1, True, 1), (2, False, 3), (4, False, None)],
)
def test_failure_counts_at_the_step_s_own_clauses_or_at_those_it_keeps_people_from(
    failed: int, arranged: bool, at: int | None
) -> None:
    clauses = [(), ("before",), (), ("own", "other"), ()]
    assert counts_at(clauses, failed, is_arrangement=arranged) == at
