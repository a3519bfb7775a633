"""A wrong entry of the quarantine is told by file and line, in Russian."""

from pathlib import Path

import pytest

from reports.gate.quarantine import read_quarantine
from reports.record.tables import TableUnsound
from tests.unit.reports.gate.records import quarantined

GOOD = quarantined("features/t.feature /  / Вхожу / ")


def read(folder: Path, text: str):
    path = folder / "quarantine.toml"
    path.write_text(text, encoding="utf-8")
    return read_quarantine(path)


def test_entry_knows_its_line(tmp_path: Path):
    first, second = read(tmp_path, "# карантин\n" + GOOD + "\n" + GOOD.replace("Вхожу", "Выхожу"))
    assert (first.line, second.line) == (2, 8)
    assert first.term.owner == "разработчик"


@pytest.mark.parametrize("text", ["", "# пусто\n"])
def test_empty_file_and_no_file_forgive_nothing(tmp_path: Path, text: str):
    assert read(tmp_path, text) == ()
    assert read_quarantine(tmp_path / "нет.toml") == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            GOOD.replace("разработчик", "Иван"),
            "quarantine.toml:1: owner: «Иван» неизвестно, есть: автор, методист",
        ),
        (
            GOOD + "\n" + GOOD.replace("until = 2026-12-01", 'until = "весной"'),
            "quarantine.toml:7: until: это день",
        ),
        (GOOD + GOOD, "quarantine.toml:6: сценарий «features/t.feature /  / Вхожу / » записан дважды"),
        (GOOD.replace("reason", "resaon"), "quarantine.toml:1: ключ resaon неизвестен"),
        (GOOD.replace("стол качается", ""), "quarantine.toml:1: reason: пустым быть не может"),
        ('scenario = "x"\n', "записи начинаются с"),
        ("[[scenarios]]\n", "ключ scenarios неизвестен"),
        ("[[scenario]\n", "файл не читается как TOML: строка 1"),
    ],
)
def test_wrong_entry_is_told_by_its_line(tmp_path: Path, text: str, words: str):
    with pytest.raises(TableUnsound) as problem:
        read(tmp_path, text)
    assert words in str(problem.value)
