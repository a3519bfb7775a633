"""`compare OBSERVATION` tells what differs, writes page and table beside the file, and refuses in Russian."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reports.comparing.command import main
from tests.unit.reports.comparing.walks import observed, told, walk, with_words
from tests.unit.reports.record.test_asking import Terminal


def ways(journal: str) -> str:
    """What a simulator with one journal tells."""
    if journal != "perm":
        raise ValueError(f"Журнала «{journal}» в симуляторе нет, есть: perm")
    return told()


def compare(*argv: object) -> int:
    return main([str(one) for one in argv], argparse.ArgumentParser, ways)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A walk on which one caption is another."""
    first, *rest = walk()
    path = tmp_path / "walk.observation.json"
    observed(with_words(first, "Подключить", "Связать <b>"), *rest).write(path)
    return path


def test_differences_are_told_with_three_columns_and_written_beside(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compare(file) == 1

    said = capsys.readouterr().out
    assert "      увидели «Связать <b>», в симуляторе «Подключить», в инструкции такой надписи нет\n" in said
    assert "Догадки симулятора: верны 2, не верны 1, не увидели 0." in said
    page = file.with_name("walk.html").read_text(encoding="utf-8")
    assert "Связать &lt;b&gt;" in page
    sheet = load_workbook(file.with_name("walk.xlsx"))["Отличия"]
    assert [cell.value for cell in sheet[2]][:5] == [
        "надпись другая", "«Сообщения»", "—", "«Связать <b>»", "«Подключить»"
    ]  # fmt: skip


def test_walk_without_a_difference_ends_with_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "same.observation.json"
    observed(*walk()).write(path)

    assert compare(path) == 0
    assert "Отличий нет." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("{", "это не наблюдение"),
        ('{"format": 7, "day": "2026-11-20"}', "другой версией"),
        ('{"format": 1, "day": "2026-11-20", "screens": []}', "ни одного экрана журнала"),
        ('{"format": 1, "day": "2026-11-20", "screens": [{"system": "journal.mesh"}]}', "есть: perm"),
        (
            '{"format": 1, "day": "2026-11-20", "screens": [{"system": "journal.perm", "title": "?"}]}',
            "ни одного экрана",
        ),
    ],
)
def test_what_is_no_observation_is_refused_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], body: str, why: str
) -> None:
    path = tmp_path / "wrong.json"
    path.write_text(body, encoding="utf-8")

    assert compare(path) == 2
    assert why in capsys.readouterr().err


def test_missing_file_says_how_one_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare(tmp_path / "none.json") == 2
    assert "svyazka.py observe" in capsys.readouterr().err


def test_nothing_is_applied_where_nobody_can_be_asked(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare(file, "--apply") == 2
    assert "в терминале" in capsys.readouterr().err


@pytest.fixture
def echoing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same walk, through our own simulator, by somebody at a terminal who agrees to all."""
    first, *rest = walk()
    path = tmp_path / "walk.observation.json"
    seen = observed(with_words(first, "Подключить", "Связать"), *rest)
    replace(seen, simulated=("journal.perm", "vk_id")).write(path)
    site = tmp_path / "perm" / "site.toml"
    site.parent.mkdir()
    site.write_text('faces = [{ places = [{ link = "Подключить" }] }]\n', encoding="utf-8")
    monkeypatch.setenv("SVYAZKA_SITES", str(tmp_path))
    monkeypatch.setattr("sys.stdin", Terminal("да\n" * 9))
    return path


def test_our_own_simulator_confirms_nothing(echoing: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (echoing.parent / "perm" / "site.toml").read_text(encoding="utf-8")

    assert compare(echoing, "--apply") == 2

    assert "наш же симулятор, а сам себя он не подтверждает" in capsys.readouterr().err
    assert (echoing.parent / "perm" / "site.toml").read_text(encoding="utf-8") == before
    assert compare(echoing) == 1
    assert "--apply" not in capsys.readouterr().out


def test_rehearsal_is_written_where_it_is_asked_for(echoing: Path) -> None:
    assert compare(echoing, "--apply", "--rehearsal") == 0
    assert "Связать" in (echoing.parent / "perm" / "site.toml").read_text(encoding="utf-8")


def test_two_folders_are_two_runs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare(tmp_path / "one", tmp_path / "other") == 2
    assert capsys.readouterr().err
