"""Which part of a picture is shown small: most of a big window is empty, and nobody can read all of it at a glance.

A control that is outlined is shown from near, elsewhere all that is to be seen, down to a limit. A press opens the
whole picture.
"""

from __future__ import annotations

from reports.moments import Shot
from reports.record.facts import Box, PictureTaken

# In pixels of the picture: what is shown of it across and down, at a control and elsewhere, and around what is shown.
NEAR, NEAR_HEIGHT = 720.0, 480.0
BROAD_HEIGHT = 960.0
LEAST_HEIGHT = 240.0
MARGIN = 48.0
# How tall a picture of a phone is shown, of its width.
HANDHELD_TALLEST = 2.0


Span = tuple[float, float]  # a stretch of a picture, across or down: where it begins and where it ends


def crop(shot: Shot) -> Box | None:
    """Return the part of the shot's picture that is to be shown; None when its size is not known."""
    picture = shot.picture
    if not (picture.width and picture.height):
        return None
    control = _control(shot)
    content = picture.content or Box(0, 0, picture.width, picture.height)
    broadest, tallest = _limits(picture, control)
    across, down = ((control.x, control.right), (control.y, control.bottom)) if control else (None, None)
    # In the middle, where pages have their cards; from the top, where they have their headings.
    least = min(NEAR, broadest)
    left, right = _stretch((content.x, content.right), across, least, broadest, picture.width, middle=True)
    top, bottom = _stretch((content.y, content.bottom), down, LEAST_HEIGHT, tallest, picture.height)
    return Box(left, top, right - left, bottom - top)


def _control(shot: Shot) -> Box | None:
    frame, picture = shot.frame, shot.picture
    if frame is None:
        return None
    across, down = picture.width / 100, picture.height / 100
    return Box(frame.left * across, frame.top * down, frame.width * across, frame.height * down)


def _limits(picture: PictureTaken, control: Box | None) -> tuple[float, float]:
    """Return how much of the picture is shown at most, across and down."""
    if picture.handheld:
        return picture.width, picture.width * HANDHELD_TALLEST
    if control is None:
        return picture.width, BROAD_HEIGHT
    return max(NEAR, control.width + 2 * MARGIN), NEAR_HEIGHT


def _stretch(
    content: Span, control: Span | None, least: float, most: float, end: float, middle: bool = False
) -> Span:
    """Return the content with its margins; of a longer one the middle or the beginning, with the control in it."""
    start = max(0.0, content[0] - MARGIN)
    natural = content[1] + MARGIN - start
    length = min(max(natural, least), most, end)
    if middle or natural < length:
        start += (natural - length) / 2
    if control is not None:
        start = min(max(start, control[1] + MARGIN - length), control[0] - MARGIN)
    start = max(0.0, min(start, end - length))
    return start, start + length
