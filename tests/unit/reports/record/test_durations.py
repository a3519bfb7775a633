"""How long scenarios took: read back as written, and refused in words where the file is something else."""

from pathlib import Path

import pytest

from reports.record.durations import Durations, as_text, read_durations
from reports.record.stored import RecordUnreadable


def test_file_gives_back_what_was_kept(tmp_path: Path) -> None:
    kept = Durations({"б.feature /  / Второй / ": 2.5, "а.feature /  / Первый / ": 1.0})
    (tmp_path / "d.json").write_text(as_text(kept), encoding="utf-8")
    assert read_durations(tmp_path / "d.json") == kept
    assert as_text(kept).index("Первый") < as_text(kept).index("Второй")


@pytest.mark.parametrize("text", ["[]", "{", '{"a": "долго"}', '{"a": null}'])
def test_another_file_is_refused_with_what_to_type(tmp_path: Path, text: str) -> None:
    (tmp_path / "d.json").write_text(text, encoding="utf-8")
    with pytest.raises(
        RecordUnreadable, match="не длительности сценариев.*svyazka.py merge ПАПКА --durations"
    ):
        read_durations(tmp_path / "d.json")


def test_missing_file_and_folder_without_a_record_are_told(tmp_path: Path) -> None:
    with pytest.raises(RecordUnreadable, match="Длительности не читаются"):
        read_durations(tmp_path / "d.json")
    with pytest.raises(RecordUnreadable, match="нет записей прогона"):
        read_durations(tmp_path)
