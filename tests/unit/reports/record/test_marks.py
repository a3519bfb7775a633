"""Marks are read from a record as the collector reads them from the file."""

from pathlib import Path

import pytest

from reports.record.marks import marks_of
from steps.language.features import parse_feature, read_feature

ROOT = Path(__file__).parents[4]
FEATURES = sorted((ROOT / "features").rglob("*.feature"))


def test_there_are_features() -> None:
    assert FEATURES


@pytest.mark.parametrize("path", FEATURES, ids=lambda path: path.stem)
def test_marks_of_a_feature_are_those_of_the_collector(path: Path) -> None:
    document = read_feature(path, path.name)
    marks = marks_of(document.gherkin_document["comments"])
    assert {line: list(clauses) for line, clauses in marks.items()} == document.clauses


def test_two_marks_over_a_step_add_up() -> None:
    source = "Функция: Ф\n Сценарий: С\n  #> a.1, a.2\n  # слово\n  #> a.3\n  Когда нажимаю «Войти»\n"
    comments = parse_feature(source, "a.feature").gherkin_document["comments"]
    assert marks_of(comments) == {6: ("a.1", "a.2", "a.3")}
