"""Which part of a picture is shown small: never without the control, never beyond the picture."""

import pytest

from reports.crops import Box, Crops
from reports.moments import Frame, Moment, Picture, Shot
from tests.unit.reports.story import press, step

DESK = Picture("a", "Стол", "d1", 1280, 1024)


def framed(box: Box, picture: Picture = DESK) -> Shot:
    across, down = 100 / picture.width, 100 / picture.height
    return Shot(picture, Frame(box.left * across, box.top * down, box.width * across, box.height * down))


def used(*shots: Shot) -> Crops:
    return Crops(Moment(step(press("Дальше", "")), shot, None, ()) for shot in shots)


@pytest.mark.parametrize(
    "control",
    [
        Box(560, 300, 160, 40),
        Box(1200, 4, 60, 30),
        Box(0, 980, 50, 44),
        Box(20, 500, 1200, 30),
        Box(500, 40, 300, 900),
    ],
    ids=["middle", "upper right", "lower left", "broad", "tall"],
)
def test_control_is_seen_from_near_and_the_picture_is_not_left(control: Box) -> None:
    part = used().of(framed(control))
    assert part
    assert part.left <= control.left + 0.01
    assert control.right <= part.right + 0.01
    assert part.top <= control.top
    assert control.bottom <= part.bottom or control.height > part.height
    assert part.left >= 0
    assert part.top >= 0
    assert part.right <= DESK.width
    assert part.bottom <= DESK.height
    assert part.width <= DESK.width / 2 or control.width > DESK.width / 2


def test_heading_stays_in_sight_while_the_control_does() -> None:
    part = used().of(framed(Box(560, 300, 160, 40)))
    assert part
    assert (part.top, part.left) == (0, 320)


def test_without_a_control_the_top_is_shown_as_broad_as_what_was_used_there() -> None:
    near, far = Box(250, 500, 200, 40), Box(700, 900, 200, 40)
    part = used(framed(near), framed(far)).of(Shot(DESK))
    assert part
    assert part.width < DESK.width
    assert part.top == 0
    assert part.left <= near.left < far.right <= part.right


def test_what_was_used_on_another_screen_says_nothing() -> None:
    other = framed(Box(400, 900, 200, 40), Picture("b", "Другой", "d1", 1280, 1024))
    part = used(other).of(Shot(DESK))
    assert part
    assert (part.left, part.top, part.width) == (0, 0, DESK.width)


def test_control_low_on_a_long_page_is_in_sight() -> None:
    part = used().of(framed(Box(500, 2900, 100, 40), Picture("a", "Стол", "d1", 1280, 3000)))
    assert part
    assert part.top <= 2900
    assert part.bottom >= 2940


def test_picture_of_a_phone_is_as_broad_as_it_is() -> None:
    part = used().of(Shot(Picture("a", "Стол", "d1", 390, 3000)))
    assert part == Box(0, 0, 390, 780)


def test_picture_of_unknown_size_is_shown_whole() -> None:
    assert used().of(Shot(Picture("a"))) is None
