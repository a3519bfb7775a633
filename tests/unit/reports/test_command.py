"""`svyazka.py report`: what it makes, and what it says when there is nothing to make it of."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from fixtures.environment.arguments import ArgumentParser
from reports.also import read_also
from reports.command import main
from reports.instructions.remembered import remembered
from reports.record.clauses import load_instructions
from reports.record.knowledge import Source, read_ledger, write_ledger
from tests.bench.synthetic_run import write_run

PERM = {"perm": load_instructions()["perm"]}


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("recorded")
    write_run(folder, PERM, 4)
    return folder


@pytest.fixture
def out(recorded: Path, tmp_path: Path) -> Path:
    (tmp_path / "messages.ndjson").write_bytes((recorded / "messages.ndjson").read_bytes())
    return tmp_path


def report(out: Path, *more: str) -> int:
    return main(["--out", str(out), *more], ArgumentParser)


def test_report_is_made_beside_the_record_and_named(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(out) == 0
    assert capsys.readouterr().out == f"Отчёт: {(out / 'report/index.html').as_posix()}\n"
    assert len(list((out / "report/scenario").iterdir())) == 4
    assert not (out / "report.html").exists()


def test_pages_of_an_earlier_report_go_and_nothing_else(out: Path) -> None:
    (out / "report/scenario").mkdir(parents=True)
    stale, notes = out / "report/scenario/0123456789ab.html", out / "report/заметки.txt"
    stale.write_text("old")
    notes.write_text("mine")
    report(out)
    assert not stale.exists()
    assert notes.exists()


def test_report_without_pictures_of_steps_says_how_to_get_them(out: Path) -> None:
    hint = "без ключа <code>--evidence</code>"
    report(out)
    assert hint not in (out / "report/index.html").read_text(encoding="utf-8")
    lines = (out / "messages.ndjson").read_text(encoding="utf-8").splitlines(keepends=True)
    bare = [line for line in lines if '"image/' not in line]
    (out / "messages.ndjson").write_text("".join(bare), encoding="utf-8")
    report(out)
    assert hint in (out / "report/index.html").read_text(encoding="utf-8")


def test_single_file_is_made_without_the_site(out: Path) -> None:
    assert report(out, "--single-file") == 0
    text = (out / "report.html").read_text(encoding="utf-8")
    assert "подтверждён на симуляторе" in text
    assert not (out / "report").exists()


def test_single_file_takes_in_a_picture_once(recorded: Path) -> None:
    report(recorded, "--single-file")
    text = (recorded / "report.html").read_text(encoding="utf-8")
    ids = [f'<image id="p{number}"' for number in range(text.count("<image "))]
    assert ids
    assert all(text.count(one) == 1 for one in ids)
    assert len(ids) < text.count("<use href=")


def test_changed_sentence_of_a_source_is_shown(out: Path, tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / PERM["perm"].file.replace("*", "x")).write_text(
        "Нажмите «Вход для педагогов».", encoding="utf-8"
    )
    assert report(out, "--sources", str(sources)) == 0
    text = (out / "report/perm.html").read_text(encoding="utf-8")
    assert "устарел" in text
    assert "Нажмите «Вход для педагогов»" in text
    document = (out / "report/document/perm.html").read_text(encoding="utf-8")
    assert "<p>Нажмите «Вход для педагогов».</p>" in document
    assert report(out, "--sources", str(sources), "--single-file") == 0
    assert "устарел" in (out / "report.html").read_text(encoding="utf-8")


def test_document_is_shown_only_where_it_was_given(out: Path) -> None:
    report(out)
    assert not (out / "report/document").exists()
    assert "document/" not in (out / "report/perm.html").read_text(encoding="utf-8")


def test_what_the_run_found_out_is_kept_as_records_too(out: Path) -> None:
    report(out)
    found = {one.clause: one for one in read_ledger(out / "report/known.ndjson")}
    assert set(found) >= {clause.id for clause in PERM["perm"].clauses}
    told = found["perm.in.2.3"]
    assert (told.verdict, told.place, told.source) == ("confirmed", "на симуляторе", Source.RUN)
    assert told.sentences == next(one.fingerprints for one in PERM["perm"].clauses if one.id == told.clause)


def test_instructions_without_a_source_are_named(
    out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    perm = PERM["perm"]
    assert report(out, "--sources", str(tmp_path)) == 0
    assert f"в папке «{tmp_path}» нет {perm.file}: {perm.title}" in capsys.readouterr().err
    (tmp_path / perm.file.replace("*", "x")).write_text("Нажмите «Вход для педагогов».", encoding="utf-8")
    assert report(out, "--sources", str(tmp_path)) == 0
    assert perm.title not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (None, "нет записей прогона"),
        ("", "обрываются"),
        ("{\n", "повреждены"),
        ('{"meta":{}}\n', "обрываются"),
    ],
)
def test_what_is_no_record_is_said(
    tmp_path: Path, content: str | None, complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is not None:
        (tmp_path / "messages.ndjson").write_text(content)
    assert report(tmp_path) == 2
    told = capsys.readouterr().err
    assert complaint in told
    assert "python3 svyazka.py run" in told
    assert not (tmp_path / "report").exists()


def test_missing_sources_are_said(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(out, "--sources", str(out / "nowhere")) == 2
    assert "папки с источниками нет" in capsys.readouterr().err


def test_place_that_cannot_be_written_is_said(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (out / "report").write_text("a file stands in the way")
    assert report(out) == 2
    assert "Отчёт не записан" in capsys.readouterr().err


def test_report_remembers_the_sentences_it_was_made_with(out: Path, tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / PERM["perm"].file.replace("*", "x")).write_text("Нажмите «Войти»", encoding="utf-8")
    assert report(out, "--sources", str(sources)) == 0
    assert list(remembered(out).values()) == ["Нажмите «Войти»"]


def test_earlier_texts_that_are_not_there_are_an_error(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(out, "--sources-before", str(out / "нет")) == 2
    assert "папки с источниками нет" in capsys.readouterr().err


@pytest.fixture
def elsewhere(recorded: Path, tmp_path: Path) -> Path:
    """The folder of a run on a real system, which left no more than what it found out: one clause is otherwise."""
    report(recorded)
    known = [
        one for one in read_ledger(recorded / "report/known.ndjson") if one.clause.startswith("perm.in.")
    ]
    live = [
        replace(one, place="на живой системе", stand="live", live=True, fresh_days=36500) for one in known
    ]
    kept = tmp_path / "live/report/known.ndjson"
    write_ledger(kept, [replace(one, verdict="differs", seen="нет «Войти»") if one.clause == "perm.in.2.3" else one
                        for one in live])  # fmt: skip
    return tmp_path / "live"


def test_runs_on_other_stands_are_joined_and_reality_is_told_first(out: Path, elsewhere: Path) -> None:
    assert report(out, "--also", str(elsewhere)) == 0
    first = (out / "report/index.html").read_text(encoding="utf-8")
    order = [
        "О настоящей системе",
        "На живой системе:",
        "Только о симуляторе",
        "На симуляторе:",
        "Этот прогон",
    ]
    assert [first.index(words) for words in order] == sorted(first.index(words) for words in order)
    assert "На других стендах иначе: 1" in first
    assert "нет «Войти»" in first
    clauses = (out / "report/perm.html").read_text(encoding="utf-8")
    assert re.search(r"расходится на живой системе \d\d\.\d\d\.20\d\d</span>", clauses)
    assert re.search(r"подтверждён на живой системе \d\d\.\d\d\.20\d\d</span>", clauses)
    assert "за клавиатурой учитель" in clauses
    assert report(out, "--also", str(elsewhere), "--single-file") == 0
    assert "На других стендах иначе: 1" in (out / "report.html").read_text(encoding="utf-8")


def test_what_is_joined_is_told_by_place(
    out: Path, elsewhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report(out, "--also", str(elsewhere))
    told = capsys.readouterr().out
    assert re.search(
        r"^Вместе с тем, что известно на живой системе: о \d+ пункт\w+, .* \d\d\.\d\d\.20\d\d$", told, re.M
    )
    report(out)
    assert "Вместе с тем" not in capsys.readouterr().out


def test_what_is_kept_of_a_run_is_not_joined_into_its_own_record(out: Path, elsewhere: Path) -> None:
    report(out, "--also", str(elsewhere))
    assert {one.place for one in read_ledger(out / "report/known.ndjson")} == {"на симуляторе"}


def test_record_without_a_report_and_a_file_of_records_are_joined_too(
    out: Path, recorded: Path, tmp_path: Path
) -> None:
    bare = tmp_path / "bare"
    bare.mkdir()
    (bare / "messages.ndjson").write_bytes((recorded / "messages.ndjson").read_bytes())
    report(out)
    known = read_also([bare], out)
    assert {one.clause for one in known} >= {clause.id for clause in PERM["perm"].clauses}
    assert read_also([out / "report/known.ndjson"], bare) == known == read_also([out], bare)


def test_what_cannot_be_joined_is_said(out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(out, "--also", str(tmp_path / "nowhere")) == 2
    assert "нет ни отчёта, ни записей прогона" in capsys.readouterr().err
    assert report(out, "--also", str(out)) == 2
    assert "уберите его из --also" in capsys.readouterr().err
