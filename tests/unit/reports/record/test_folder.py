from collections.abc import Iterator
from pathlib import Path

import pytest

from reports.record.folder import Folder, FolderBusy, write_whole


def folder_with(root: Path, *names: str) -> Folder:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("text")
    return Folder(root, "0a1b2c3d")


def names(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


def test_clearing_removes_an_earlier_run_and_nothing_of_anybody_else(tmp_path: Path) -> None:
    foreign = {"notes.txt", "evidence/mine.png", "evidence/ffffffff-holiday.png", "parts/list.csv"}
    foreign |= {"report/mine.ndjson", "known.ndjson"}
    old = {
        "report/index.html",
        "report/known.ndjson",
        "messages.ndjson",
        "junit.xml",
        "evidence/ffffffff-main-1.png",
        "evidence/ffffffff-gw12-3-screen-shot.png",
        "parts/ffffffff-gw0.ndjson",
        "parts/ffffffff-gw0-0-plan.ndjson",
    }
    folder_with(tmp_path, *foreign, *old).clear()
    assert names(tmp_path) == foreign


def test_clearing_spares_what_this_run_has_written_already(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "parts/0a1b2c3d-gw0-0-plan.ndjson", "parts/ffffffff-gw0.ndjson")
    folder.clear()
    assert names(tmp_path) == {"parts/0a1b2c3d-gw0-0-plan.ndjson"}


def test_parts_are_told_from_plans_and_from_other_runs(tmp_path: Path) -> None:
    written = [
        "0a1b2c3d-gw0-0-plan.ndjson",
        "0a1b2c3d-gw0.ndjson",
        "0a1b2c3d-gw10.ndjson",
        "ffffffff-gw1.ndjson",
    ]
    folder = folder_with(tmp_path, *(f"parts/{name}" for name in written))
    assert set(folder.parts()) == {"gw0", "gw10"}
    assert folder.plans() == [folder.plan("gw0")]


@pytest.fixture
def taken(tmp_path: Path) -> Iterator[Folder]:
    folder = Folder(tmp_path, "ffffffff")
    folder.claim()
    yield folder
    folder.release()


def test_second_run_in_one_folder_is_refused_until_the_first_ends(taken: Folder) -> None:
    second = Folder(taken.root, "0a1b2c3d")
    with pytest.raises(FolderBusy, match="сейчас пишет другой прогон.*--out"):
        second.claim()
    taken.release()
    second.claim()
    second.release()


def test_refused_run_leaves_the_other_ones_files(taken: Folder) -> None:
    folder_with(taken.root, "messages.ndjson", "parts/ffffffff-main.ndjson")
    with pytest.raises(FolderBusy):
        Folder(taken.root, "0a1b2c3d").claim()
    assert names(taken.root) >= {"messages.ndjson", "parts/ffffffff-main.ndjson"}


def test_file_that_cannot_be_finished_leaves_the_old_one(tmp_path: Path) -> None:
    def breaking_off() -> Iterator[str]:
        yield "half"
        raise OSError(28, "No space left on device")

    file = tmp_path / "messages.ndjson"
    file.write_text("old")
    with pytest.raises(OSError, match="No space"):
        write_whole(file, breaking_off())
    assert names(tmp_path) == {"messages.ndjson"}
    assert file.read_text() == "old"
