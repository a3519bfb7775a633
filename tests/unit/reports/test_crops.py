"""Which part of a picture is shown small: never without the control, never beyond the picture."""

import pytest

from reports.crops import crop
from reports.moments import Frame, Shot
from reports.record.facts import Box, PictureTaken

DESK = PictureTaken("a", "Стол", "d1", 1280, 1024, content=Box(160, 16, 960, 400))


def framed(box: Box, picture: PictureTaken = DESK) -> Shot:
    across, down = 100 / picture.width, 100 / picture.height
    return Shot(picture, Frame(box.x * across, box.y * down, box.width * across, box.height * down))


def edges(part: Box | None) -> tuple[float, float, float, float]:
    assert part
    return part.x, part.y, part.right, part.bottom


@pytest.mark.parametrize(
    "control",
    [
        Box(560, 300, 160, 40),
        Box(1060, 16, 60, 30),
        Box(160, 376, 50, 40),
        Box(180, 200, 920, 30),
        Box(500, 40, 300, 900),
    ],
    ids=["middle", "upper right", "lower left", "broad", "tall"],
)
def test_control_is_seen_from_near_and_the_picture_is_not_left(control: Box) -> None:
    left, top, right, bottom = edges(crop(framed(control)))
    assert left <= control.x + 0.01
    assert control.right <= right + 0.01
    assert top <= control.y
    assert control.bottom <= bottom or control.height > bottom - top
    assert left >= 0
    assert top >= 0
    assert right <= DESK.width
    assert bottom <= DESK.height
    assert right - left < 1056 or control.width > DESK.width / 2


def test_middle_and_heading_are_shown_while_the_control_stays_in_sight() -> None:
    assert edges(crop(framed(Box(400, 300, 160, 40)))) == (280, 0, 1000, 464)


def test_without_a_control_all_that_is_to_be_seen_is_shown_and_no_empty_window() -> None:
    assert edges(crop(Shot(DESK))) == (112, 0, 1168, 464)


def test_little_content_stands_in_the_middle() -> None:
    small = PictureTaken("a", "Код", "d1", 1280, 1024, content=Box(600, 300, 80, 40))
    assert edges(crop(Shot(small))) == (280, 200, 1000, 440)


def test_of_a_long_page_the_top_is_shown() -> None:
    long = PictureTaken("a", "Стол", "d1", 1280, 3000, content=Box(0, 0, 1280, 3000))
    assert edges(crop(Shot(long))) == (0, 0, 1280, 960)


def test_control_low_on_a_long_page_is_in_sight() -> None:
    part = crop(framed(Box(500, 2900, 100, 40), PictureTaken("a", "Стол", "d1", 1280, 3000)))
    assert part
    assert part.y <= 2900
    assert part.bottom >= 2940


def test_picture_of_a_phone_is_as_broad_as_it_is() -> None:
    assert crop(Shot(PictureTaken("a", "Стол", "d1", 390, 3000))) == Box(0, 0, 390, 780)


def test_picture_of_unknown_content_is_shown_from_its_top() -> None:
    assert crop(Shot(PictureTaken("a", "Стол", "d1", 1280, 1024))) == Box(0, 0, 1280, 960)


def test_picture_of_unknown_size_is_shown_whole() -> None:
    assert crop(Shot(PictureTaken("a"))) is None
