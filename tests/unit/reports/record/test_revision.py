"""Of which code a run was: any change of what is run shows, what the run itself leaves does not."""

from pathlib import Path

import pytest

from reports.record import revision as revisions
from reports.record.revision import revision


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("features/a.feature", "steps/b.py"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(name, encoding="utf-8")
    return tmp_path


def test_changed_renamed_or_new_file_is_another_code(project: Path) -> None:
    codes = {revision(project).code}
    (project / "features/a.feature").write_text("другое", encoding="utf-8")
    codes.add(revision(project).code)
    (project / "features/a.feature").rename(project / "features/c.feature")
    codes.add(revision(project).code)
    (project / "steps/d.py").write_text("", encoding="utf-8")
    codes.add(revision(project).code)
    assert len(codes) == 4


def test_what_a_run_leaves_changes_nothing(project: Path) -> None:
    before = revision(project)
    for left in ("reports/out/messages.ndjson", "steps/__pycache__/b.pyc"):
        (project / left).parent.mkdir(parents=True)
        (project / left).write_text("", encoding="utf-8")
    assert revision(project) == before


def test_commit_is_empty_where_there_is_no_git_to_ask(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert revision(project).commit == ""
    monkeypatch.setattr(revisions.shutil, "which", lambda name: None)
    assert revision(Path(__file__).parents[4]).commit == ""
