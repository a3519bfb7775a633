"""What is known follows its files."""

from pathlib import Path

import pytest

from reports.record.tables import TableUnsound
from steps.editor.knowledge import Library

CLAUSE = '[[clause]]\nid = "t.{}"\nkind = "факт"\ntext = "Т"\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A list of clauses."""
    written = tmp_path / "t.toml"
    written.write_text(CLAUSE.format(1), encoding="utf-8")
    return written


def test_changed_list_is_read_anew_and_nothing_else(file: Path) -> None:
    library = Library(file.parent)
    before = library.knowledge()
    assert library.knowledge() is before
    file.write_text(CLAUSE.format(1) + CLAUSE.format(22), encoding="utf-8")
    assert list(library.knowledge().clauses) == ["t.1", "t.22"]


def test_list_that_is_being_written_leaves_what_was_known(file: Path) -> None:
    library = Library(file.parent)
    before = library.knowledge()
    file.write_text("[[clause", encoding="utf-8")
    assert library.knowledge() is before


def test_list_that_is_not_sound_at_the_start_is_told_of(file: Path) -> None:
    file.write_text("[[clause", encoding="utf-8")
    with pytest.raises(TableUnsound, match="t.toml"):
        Library(file.parent).knowledge()
