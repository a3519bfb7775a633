"""`svyazka.py checklist`: writes the forms, and takes a filled one into the ledger whole or not at all."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from fixtures.environment.arguments import ArgumentParser
from reports.checklist.command import main
from reports.record.clauses import load_instructions
from reports.record.knowledge import Known, Source, read_ledger, write_ledger
from reports.sheets import LINE

HEAD = "Место;Пермский край\nДата;20.11.2026\nПункт;Ответ;Что на экране\n"


def checklist(*arguments: str) -> int:
    return main(arguments, ArgumentParser)


def test_forms_are_written_and_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checklist("perm", "--variant", "1", "--out", str(tmp_path / "new")) == 0
    said = capsys.readouterr().out
    assert {path.name for path in (tmp_path / "new").iterdir()} == {"perm-v1.html", "perm-v1.xlsx"}
    assert (tmp_path / "new/perm-v1.html").as_posix() in said
    assert "checklist perm --take ФАЙЛ" in said


def test_rows_of_the_table_are_as_high_as_what_is_asked(tmp_path: Path) -> None:
    assert checklist("perm", "--out", str(tmp_path)) == 0
    sheet = load_workbook(tmp_path / "perm.xlsx").worksheets[0]
    asked = [row for row in sheet.iter_rows(min_row=8) if len(str(row[2].value or "")) > 2 * 46]
    assert asked
    assert all(sheet.row_dimensions[row[0].row].height >= 3 * LINE for row in asked)


@pytest.mark.parametrize("name", load_instructions())
def test_every_instruction_has_a_form(tmp_path: Path, name: str) -> None:
    assert checklist(name, "--out", str(tmp_path)) == 0
    page = (tmp_path / f"{name}.html").read_text(encoding="utf-8")
    assert page.count("<tr data-clause=") == len(load_instructions()[name].clauses)


def test_filled_form_is_kept_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)  # there is no report here to compare with
    form, ledger = tmp_path / "perm.csv", tmp_path / "known.ndjson"
    form.write_text(
        f"{HEAD}perm.in.1.1;так;\nperm.in.1.2;не так;кнопки нет\nperm.in.2.1;;\n", encoding="utf-8"
    )
    assert checklist("perm", "--take", str(form), "--known", str(ledger)) == 0
    said = capsys.readouterr().out
    assert "Принято: 2 ответа (20.11.2026, Пермский край): так 1, не так 1, не дошёл 0." in said
    assert "Без ответа: 1." in said
    assert [one.clause for one in read_ledger(ledger)] == ["perm.in.1.1", "perm.in.1.2"]
    assert checklist("perm", "--take", str(form), "--known", str(ledger)) == 0
    assert "Из них уже были: 2." in capsys.readouterr().out
    assert len(read_ledger(ledger)) == 2


def test_what_a_person_saw_is_compared_with_the_last_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    clauses = {one.id: one.fingerprints for one in load_instructions()["perm"].clauses}
    found = [
        Known(name, "confirmed", "на симуляторе", date(2026, 11, 20), Source.RUN, sentences=clauses[name])
        for name in ("perm.in.1.1", "perm.in.1.2")
    ]
    write_ledger(Path("reports/out/report/known.ndjson"), found)
    Path("perm.csv").write_text(f"{HEAD}perm.in.1.1;так;\nperm.in.1.2;не так;кнопки нет\n", encoding="utf-8")
    assert checklist("perm", "--take", "perm.csv", "--known", "known.ndjson") == 0
    assert "Не так, как на симуляторе: perm.in.1.2\n" in capsys.readouterr().out


def test_wrong_row_keeps_the_whole_form_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form, ledger = tmp_path / "perm.csv", tmp_path / "known.ndjson"
    form.write_text(f"{HEAD}perm.in.1.1;так;\nperm.нет;так;\n", encoding="utf-8")
    assert checklist("perm", "--take", str(form), "--known", str(ledger)) == 2
    told = capsys.readouterr().err
    assert "perm.csv: строка 5: пункта «perm.нет»" in told
    assert told.endswith("Ничего не записано.\n")
    assert not ledger.exists()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["omsk"], "инструкции «omsk» нет, есть: mesh_parent"),
        (["perm", "--variant", "7"], "варианты: 1, 2, 3"),
    ],
)
def test_what_there_is_not_is_told(
    arguments: list[str], complaint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        checklist(*arguments, "--out", str(tmp_path))
    assert ended.value.code == 64
    assert complaint in capsys.readouterr().err
