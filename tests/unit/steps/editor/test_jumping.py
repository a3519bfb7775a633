"""Where sentences and clauses are written."""

from pathlib import Path

from reports.record.clauses import FOLDER
from steps.editor.jumping import Target, targets
from steps.editor.knowledge import Knowledge, clause_places
from tests.unit.steps.editor.conftest import at_cursor


def test_step_leads_to_its_function(knowledge: Knowledge) -> None:
    [target] = targets(*at_cursor("Когда нажи¦маю «Войти»"), knowledge)
    lines = target.file.read_text(encoding="utf-8").splitlines()
    assert any("нажимаю «{label:Label}»" in line for line in lines[target.line : target.line + 3])


def test_mark_leads_to_its_clause(knowledge: Knowledge) -> None:
    assert targets(*at_cursor("#> t.v1.1, t.v¦1.2"), knowledge) == [Target(Path("/x/t.toml"), 1)]
    assert targets(*at_cursor("#> t.v1.9¦"), knowledge) == []
    assert targets(*at_cursor("Функция: ¦Ф"), knowledge) == []


def test_every_clause_is_found_on_its_line() -> None:
    places = clause_places(FOLDER)
    assert len(places) > 300
    for place in places.values():
        assert place.file.read_text(encoding="utf-8").splitlines()[place.line] == f'id = "{place.id}"'


def test_list_that_is_being_written_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('[[clause]]\nid = "a.1"\n', encoding="utf-8")
    (tmp_path / "b.toml").write_text("[[clause", encoding="utf-8")
    assert list(clause_places(tmp_path)) == ["a.1"]
