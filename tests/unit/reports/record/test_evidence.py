"""Pictures of one key are one file for all processes of a run."""

from pathlib import Path

import pytest

from reports.record.evidence import EvidenceStore
from reports.record.facts import PictureTaken, Piece
from reports.record.folder import Folder

SHOWS = PictureTaken("", "Вход", "d1", 1280, 1024)


def piece(body: bytes, key: str = "abc") -> Piece:
    return Piece("image/jpeg", body, "экран.jpg", SHOWS, key)


def url(store: EvidenceStore, what: Piece) -> str:
    [picture, _] = store.attachments(what, "case", "step", 1)
    return str(picture["attachment"]["url"])


def test_picture_that_another_process_keeps_is_the_same_file(tmp_path: Path) -> None:
    first, second = (EvidenceStore(Folder(tmp_path, "run"), name) for name in ("gw0", "gw1"))
    assert not second.has("abc")
    kept = url(first, piece(b"jpeg"))
    assert second.has("abc")
    assert url(second, piece(b"")) == kept
    assert (tmp_path / kept).read_bytes() == b"jpeg"
    assert len(list((tmp_path / "evidence").iterdir())) == 1


def test_picture_of_an_earlier_run_is_none_of_this_one(tmp_path: Path) -> None:
    url(EvidenceStore(Folder(tmp_path, "earlier"), "main"), piece(b"jpeg"))
    assert not EvidenceStore(Folder(tmp_path, "run"), "main").has("abc")


def test_picture_that_could_not_be_kept_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = EvidenceStore(Folder(tmp_path, "run"), "main")

    def full(*_: object) -> int:
        raise OSError("диск полон")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="полон"):
        url(store, piece(b"jpeg"))
    monkeypatch.undo()
    assert not store.has("abc")


def test_pictures_without_a_key_are_files_of_their_own(tmp_path: Path) -> None:
    store = EvidenceStore(Folder(tmp_path, "run"), "main")
    assert url(store, piece(b"one", "")) != url(store, piece(b"two", ""))
