"""The single file takes in pictures while there is room, each once, and remembers which it left out."""

from pathlib import Path

import pytest

from reports.links import LETTER_BYTES, SingleFileLinks, embedded
from reports.record.facts import PictureTaken

MOST_MAIL_TAKES = 20_000_000
FIRST, SECOND, SMALL, LOST = (PictureTaken(f"{name}.png") for name in ("first", "second", "small", "lost"))
BODIES = {FIRST: bytes(600), SECOND: bytes(600), SMALL: bytes(60)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for picture, body in BODIES.items():
        (tmp_path / picture.url).write_bytes(body)
    return tmp_path


def weight(folder: Path, picture: PictureTaken) -> int:
    return len(embedded(folder / picture.url))


def test_picture_that_finds_no_room_is_left_out(folder: Path) -> None:
    links = SingleFileLinks(folder, room=weight(folder, FIRST))
    assert links.take_in(FIRST) == "p0"
    assert links.take_in(SECOND) == ""
    assert links.left_out == {SECOND.url}
    assert set(links.pictures) == {FIRST.url}


def test_picture_takes_room_once_and_a_smaller_one_may_still_fit(folder: Path) -> None:
    links = SingleFileLinks(folder, room=weight(folder, FIRST) + weight(folder, SMALL))
    assert [links.take_in(one) for one in (FIRST, FIRST, SECOND, SMALL)] == ["p0", "p0", "", "p1"]
    assert links.left_out == {SECOND.url}


def test_lost_picture_is_not_one_that_found_no_room(folder: Path) -> None:
    links = SingleFileLinks(folder)
    assert links.take_in(LOST) == ""
    assert links.left_out == set()


def test_pictures_leave_room_for_the_text_in_a_letter() -> None:
    assert LETTER_BYTES <= 0.9 * MOST_MAIL_TAKES


def test_file_that_shows_screens_of_several_scenarios_is_taken_in_once(folder: Path) -> None:
    links = SingleFileLinks(folder)
    again = PictureTaken(FIRST.url, device="d2", lent=True)
    assert [links.take_in(one) for one in (FIRST, again)] == ["p0", "p0"]
    assert len(links.pictures) == 1
