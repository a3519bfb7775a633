"""The command writes a draft and its list of clauses, and never over something that is there."""

from pathlib import Path

import pytest

from reports.record.clauses import load_instructions
from steps.draft.command import main
from steps.draft.measuring import Compared, Figures, total

TULA = Path(__file__).with_name("regions") / "tula.txt"


def test_draft_and_list_are_written_and_told_of(tmp_path, capsys):
    out = tmp_path / "new" / "tula.feature"
    assert main([str(TULA), "--out", str(out), "--id", "tula"]) == 0
    assert "#> tula.v1" in out.read_text(encoding="utf-8")
    assert 'id = "tula"' in (out.parent / "tula.toml").read_text(encoding="utf-8")
    said = capsys.readouterr().out
    assert "Предложений 11: стали шагами 8, поняты не целиком 0, предупреждения и факты 2" in said
    assert f"python3 svyazka.py lint {out}" in said


def test_draft_is_shown_where_no_file_is_named(capsys):
    assert main([str(TULA)]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("# language: ru\n")
    assert "Предложений 11" in shown.err


def test_file_that_is_there_is_left_alone(tmp_path, capsys):
    out = tmp_path / "tula.feature"
    out.write_text("моё", encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main([str(TULA), "--out", str(out)])
    assert ended.value.code == 64
    assert out.read_text(encoding="utf-8") == "моё"
    assert "уже есть" in capsys.readouterr().err


def test_list_that_is_there_is_left_alone(tmp_path):
    (tmp_path / "tula.toml").write_text("моё", encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main([str(TULA), "--out", str(tmp_path / "new.feature"), "--id", "tula"])
    assert ended.value.code == 64
    assert (tmp_path / "tula.toml").read_text(encoding="utf-8") == "моё"


def test_name_of_a_list_that_is_there_is_refused(tmp_path, capsys):
    with pytest.raises(SystemExit) as ended:
        main([str(TULA), "--out", str(tmp_path / "new.feature"), "--id", "perm"])
    assert ended.value.code == 64
    assert "инструкция perm уже есть: выберите другое имя" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_known_document_may_be_called_by_its_own_name(monkeypatch, capsys):
    source = Path(__file__).parents[3] / "contract" / "source"
    lists = load_instructions(source)
    monkeypatch.setattr("steps.draft.command.load_instructions", lambda: lists)
    assert main([str(source / "dacha.txt"), "--id", "dacha"]) == 0
    assert "Инструкция знакома" in capsys.readouterr().err


def test_new_instruction_is_told_what_comes_next(tmp_path, capsys):
    main([str(TULA), "--out", str(tmp_path / "tula.feature"), "--id", "tula"])
    said = capsys.readouterr().out
    assert "переложите в fixtures/instructions/" in said
    assert "python3 svyazka.py new-site tula\n" in said


@pytest.mark.parametrize(
    "arguments",
    [[], [str(TULA), "--measure", "."], [str(TULA), "--out", "a.txt"], [str(TULA), "--id", "тула"]],
)
def test_wrong_arguments_are_told(arguments):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 64


@pytest.mark.parametrize("arguments", [["no.docx"], ["--measure", "/no/such/folder"]])
def test_what_is_not_there_is_told(arguments, capsys):
    assert main(arguments) == 2
    assert capsys.readouterr().err.strip()


def test_figures_count_each_clause_once():
    same = Compared("a", ("x",), ("x",), is_same=True)
    wrong = Compared("b", ("x",), ("y",), is_same=False)
    missed = Compared("c", (), ("y",), is_same=False)
    figures = total([Figures("one", (same, wrong)), Figures("two", (missed,))])
    assert (figures.same, figures.wrong, figures.missed) == (1, 1, 1)
