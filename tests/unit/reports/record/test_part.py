from contextlib import closing
from pathlib import Path

import pytest

from reports.record.messages import salvage
from reports.record.part import PartFile


def test_message_is_on_the_disk_before_the_next_one_is_written(tmp_path: Path) -> None:
    with closing(PartFile(tmp_path / "deep" / "part.ndjson")) as part:
        part.write({"a": {"text": "ё"}})
        assert salvage(part.path) == ([{"a": {"text": "ё"}}], 0)


def test_failure_to_write_is_remembered_and_not_raised(tmp_path: Path) -> None:
    (tmp_path / "parts").write_text("a file where the folder should be")
    part = PartFile(tmp_path / "parts" / "part.ndjson")
    part.write({"a": {}})
    assert part.problem is not None
    assert part.problem.startswith("part.ndjson: ")
    assert part.unwritten == [{"a": {}}]


class NearlyFull:
    """A disk with room for the first few bytes of one message, and then for all again."""

    def __init__(self) -> None:
        self.data = b""

    def write(self, line: bytes) -> int:
        taken = line if self.data else line[:4]
        self.data += taken
        return len(taken)


def test_torn_line_spoils_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    part, disk = PartFile(tmp_path / "part.ndjson"), NearlyFull()
    monkeypatch.setattr(part, "_file", disk)
    part.write({"first": {}})
    part.write({"second": {}})
    part.path.write_bytes(disk.data)
    assert salvage(part.path) == ([{"second": {}}], 1)
    assert part.unwritten == [{"first": {}}]
