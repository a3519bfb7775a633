"""The ledger keeps the verdict on each clause per release and stand, shows what changed, and is read by StrictDoc."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from fixtures.environment.arguments import ArgumentParser
from reports.record.clauses import load_instructions
from reports.record.knowledge import Known, Source, read_ledger
from reports.releases.command import main
from reports.releases.statuses import Statuses, released
from reports.releases.strictdoc import FIELDS, UNKNOWN, sdoc
from reports.releases.table import histories, named, overview
from tests.unit.reports.gate.records import FAILED, Stage

STRICTDOC = os.environ.get("SVYAZKA_STRICTDOC") or shutil.which("strictdoc") or ""
SIM, PERM = "на симуляторе", "Пермский край"


def known(clause: str, verdict: str, release: str, place: str = SIM, seen: str = "") -> Known:
    return Known(clause, verdict, place, date(2026, 11, 20), Source.RUN, seen=seen, release=release)


@pytest.fixture
def statuses() -> Statuses:
    """Two releases on the simulator, and the second of them on a stand of its own."""
    return Statuses(
        [
            known("perm.v1.1", "confirmed", "1.3"),
            known("perm.v1.2", "confirmed", "1.3"),
            known("perm.v1.1", "confirmed", "1.4"),
            known("perm.v1.2", "differs", "1.4", seen="на экране «Стол»"),
            known("perm.v1.2", "unchecked", "1.4", PERM),
        ]
    )


def test_each_release_on_each_stand_is_a_column(statuses: Statuses):
    assert [(one.release, one.place) for one in statuses.columns] == [
        ("1.3", SIM),
        ("1.4", SIM),
        ("1.4", PERM),
    ]


def test_change_is_told_against_the_release_before_on_the_same_stand(statuses: Statuses):
    _, second, elsewhere = statuses.columns
    assert [(one.clause, one.before.value, one.now.value) for one in statuses.changes(second)] == [
        ("perm.v1.2", "confirmed", "differs")
    ]
    assert statuses.changes(elsewhere) == []


def test_last_record_of_a_release_counts(statuses: Statuses):
    later = Statuses([known("perm.v1.1", "differs", "1.3"), known("perm.v1.1", "confirmed", "1.3")])
    assert [one.verdict for _, one in later.history("perm.v1.1")] == ["confirmed"]


def test_overview_counts_and_names_what_changed(statuses: Statuses):
    told = overview(statuses, 80)
    assert told[0].split() == ["выпуск", "стенд", "день", "✓", "≠", "≈", "!", "○", "–"]
    assert told[2].split()[-6:] == ["1", "1", "0", "0", "0", "0"]
    assert "Выпуск 1.4 после 1.3, на симуляторе. Другой вердикт у пунктов: 1" in told
    assert "  perm.v1.2: был ✓ подтверждён, стал ≠ расходится: на экране «Стол»" in told


def test_history_of_a_clause_is_told_release_by_release(statuses: Statuses):
    assert histories(statuses, ["perm.v1.2"], 80) == [
        "perm.v1.2",
        "  1.3, на симуляторе, 20.11.2026: ✓ подтверждён",
        "  1.4, на симуляторе, 20.11.2026: ≠ расходится: на экране «Стол»",
        "  1.4, Пермский край, 20.11.2026: ○ не проверен",
    ]


def test_beginning_of_an_id_means_whole_words_of_it(statuses: Statuses):
    more = Statuses([known("perm.v1.1", "confirmed", "1"), known("perm.v10.1", "confirmed", "1")])
    assert named(more, "perm.v1") == ["perm.v1.1"]
    assert named(statuses, "perm.v2") == []


@pytest.fixture
def ledger(tmp_path: Path) -> Callable[..., int]:
    """Calls the command with a book of the test's own."""
    return lambda *words: main([*words, "--ledger", str(tmp_path / "book.ndjson")], ArgumentParser)


def test_run_is_added_once_for_each_release(
    ledger: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    out = str(Stage(tmp_path).record(FAILED))
    assert ledger("show") == 3
    assert [ledger("add", "--release", release, out) for release in ("1.3", "1.3", "1.4")] == [0, 0, 0]
    book = read_ledger(tmp_path / "book.ndjson")
    clauses = {clause.id for one in load_instructions().values() for clause in one.clauses}
    assert len(book) == 2 * len(clauses)
    assert {(one.clause, one.release) for one in book} == {
        (one, release) for one in clauses for release in ("1.3", "1.4")
    }
    assert {one.source for one in book} == {Source.RUN}
    told = capsys.readouterr().out.splitlines()
    assert "всё это уже записано" in told[1]
    assert ledger("show", "perm") == 0
    assert ledger("show", "nothing") == 1


def test_wrong_words_and_books_are_refused(ledger: Callable[..., int], tmp_path: Path):
    assert ledger("add", "--release", "1", str(tmp_path / "nowhere")) == 2
    (tmp_path / "book.ndjson").write_text("{}\n", encoding="utf-8")
    assert ledger("show") == 2
    for words in ((), ("add",), ("tell",)):
        with pytest.raises(SystemExit) as left:
            main(words, ArgumentParser)
        assert left.value.code == 64


def test_document_has_each_clause_with_its_last_status(statuses: Statuses):
    instructions = load_instructions()
    told = sdoc(statuses, instructions)
    assert told.count("[REQUIREMENT]\nUID: ") == sum(len(one.clauses) for one in instructions.values())
    assert (
        "UID: perm.v1.1\nSTATUS: подтверждён\nRELEASE: 1.4\nSTAND: на симуляторе\nDATE: 2026-11-20\n" in told
    )


def test_strictdoc_itself_reads_it_back(tmp_path: Path):
    if not STRICTDOC:
        pytest.skip(
            "StrictDoc не стоит: pip install strictdoc в своё окружение, путь к нему — SVYAZKA_STRICTDOC"
        )
    instructions = load_instructions()
    names = [clause.id for one in instructions.values() for clause in one.clauses]
    book = released((known(name, "confirmed", "") for name in names[1:]), "1.4")
    odd = Known(names[1], "differs", "стенд <<< «новый»", date(2026, 11, 21), Source.RUN, release="[1.5]")
    (tmp_path / "clauses.sdoc").write_text(sdoc(Statuses([*book, odd]), instructions), encoding="utf-8")
    words = [
        STRICTDOC,
        "export",
        "--formats=json",
        "--output-dir",
        tmp_path / "out",
        tmp_path / "clauses.sdoc",
    ]
    subprocess.run(words, check=True, capture_output=True, cwd=tmp_path)
    (document,) = json.loads((tmp_path / "out" / "json" / "index.json").read_text(encoding="utf-8"))[
        "DOCUMENTS"
    ]
    assert [one["TITLE"] for one in document["NODES"]] == [one.title for one in instructions.values()]
    read = {each["UID"]: each for one in document["NODES"] for each in one["NODES"]}
    assert list(read) == names
    statements = {clause.id: clause.text for one in instructions.values() for clause in one.clauses}
    assert {name: one["STATEMENT"].strip() for name, one in read.items()} == statements
    assert read[names[0]]["STATUS"] == UNKNOWN
    assert (read[names[1]]["STATUS"], read[names[1]]["RELEASE"]) == ("расходится", "[1.5]")
    assert read[names[1]]["HISTORY"].splitlines()[-1] == "[1.5] · стенд « «новый» · 2026-11-21 · расходится"
    assert {one["STATUS"] for one in list(read.values())[2:]} == {"подтверждён"}
    assert set(read[names[2]]) >= set(FIELDS)
