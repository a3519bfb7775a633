"""The verdicts as a table for an office: every clause once, in the report's own words, opened by a second library."""

from pathlib import Path
from typing import Any
from zipfile import ZipFile

import mammoth
import pytest
from openpyxl import load_workbook

from fixtures.environment.arguments import ArgumentParser
from reports.command import main
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
    sheet = load_workbook(write_table(told, tmp_path / "в.xlsx"))["t"]
    _, (ran, *_), names, *rows = sheet.iter_rows(values_only=True)
    assert str(ran).startswith("Прогон ")
    assert list(names) == [name for name, *_ in COLUMNS]
    assert [row[0] for row in rows] == ["t.v1.1", "t.v1.2", "t.v1.3"]
    assert sheet.auto_filter.ref == "A3:J6"


def test_what_begins_like_a_formula_is_a_text(told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(told), "_seen", lambda *_: SAYS)
    sheet = load_workbook(write_table(told, tmp_path / "в.xlsx"))["t"]
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
