"""The verdicts as a table for an office: every clause once, in the report's own words, opened by a second library."""

from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import mammoth
import pytest
from openpyxl import load_workbook

from fixtures.environment.arguments import ArgumentParser
from reports.command import main
from reports.record.clauses import load_instructions
from reports.sheets import LINE, sheet_names
from reports.verdict_table import COLUMNS, lines, write_table
from tests.unit.reports.story import DESK, instruction, model, press, run, scenario, step

SAYS = "=1+1 \x07на экране «Связать»"


@pytest.fixture
def told() -> Any:
    passed = step(press("Войти", DESK), sees=DESK, clauses=["t.v1.1"])
    failed = step(press("Выйти", DESK), sees=DESK, status="failed", clauses=["t.v1.2"])
    return model(run(scenario("Путь", passed, failed)), instruction("t.v1.1", "t.v1.2", "t.v1.3"))


def test_every_clause_has_a_line_with_its_verdict(told) -> None:
    [one] = told.instructions.values()
    assert [(line.clause, line.verdict, line.scenarios) for line in lines(told, one)] == [
        ("t.v1.1", f"подтверждён {told.stand.place}", 1),
        ("t.v1.2", f"расходится {told.stand.place}", 1),
        ("t.v1.3", "не проверен", 0),
    ]


def test_workbook_has_a_row_for_each_clause_under_the_names_of_the_columns(told, tmp_path: Path) -> None:
    sheet = load_workbook(write_table(told, tmp_path / "в.xlsx")).worksheets[0]
    _, (ran, *_), names, *rows = sheet.iter_rows(values_only=True)
    assert str(ran).startswith("Прогон ")
    assert list(names) == [name for name, *_ in COLUMNS]
    assert [row[0] for row in rows] == ["t.v1.1", "t.v1.2", "t.v1.3"]
    assert sheet.auto_filter.ref == "A3:K6"


def test_what_begins_like_a_formula_is_a_text(told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(told), "_seen", lambda *_: SAYS)
    sheet = load_workbook(write_table(told, tmp_path / "в.xlsx")).worksheets[0]
    cell = sheet["H4"]
    assert (cell.value, cell.data_type) == (SAYS.replace("\x07", ""), "s")


def test_document_has_the_same_lines_and_repeats_the_names_of_its_columns(told, tmp_path: Path) -> None:
    path = write_table(told, tmp_path / "в.DOCX")
    with path.open("rb") as written:
        html = mammoth.convert_to_html(written).value
    for clause in ("t.v1.1", "t.v1.2", "t.v1.3"):
        assert html.count(f"<p>{clause}</p>") == 1
    assert f"<p>расходится {told.stand.place}</p>" in html
    assert "<w:tblHeader/>" in ZipFile(path).read("word/document.xml").decode()


def test_table_of_another_kind_is_refused_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--table", "в.pdf"], ArgumentParser)
    assert ended.value.code == 64
    assert "«в.pdf»: таблица бывает .xlsx и .docx" in capsys.readouterr().err


def test_every_row_is_as_high_as_its_longest_cell(
    told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(told), "_seen", lambda *_: "слово " * 40)  # four lines in a column of sixty
    sheet = load_workbook(write_table(told, tmp_path / "в.xlsx")).worksheets[0]
    heights = [sheet.row_dimensions[row].height for row in range(4, 7)]
    assert heights[1] >= 4 * LINE
    assert all(height and height >= LINE for height in heights)


def test_columns_of_the_document_have_their_widths_and_its_rows_stay_whole(told, tmp_path: Path) -> None:
    table = docx.Document(str(write_table(told, tmp_path / "в.docx"))).tables[0]
    wanted = [millimetres for *_, millimetres in COLUMNS if millimetres]
    assert [round(column.width.mm) for column in table.columns] == wanted
    written = ZipFile(tmp_path / "в.docx").read("word/document.xml").decode()
    assert written.count("<w:cantSplit/>") == len(table.rows)


def test_sheets_are_named_so_that_a_person_knows_them() -> None:
    names = sheet_names(load_instructions().values())
    assert (names["perm"], names["mesh_parent"]) == ("Пермский край", "Дневник МЭШ")
    assert len(set(names.values())) == len(names)
    assert all(len(name) <= 31 for name in names.values())
    odd = replace(load_instructions()["perm"], title="А/Б?В", id="x")
    assert sheet_names([odd]) == {"x": "А Б В"}
