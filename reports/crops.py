"""Which part of a picture is shown small: most of a big window is empty, and nobody can read all of it at a glance.

A control that is outlined is shown from near. Elsewhere the upper part is, as broad as all that was used on that screen
during the run. A press opens the whole picture.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reports.moments import Moment, Picture, Shot

# In pixels of the picture: what is shown of it across and down, at a control and elsewhere, and around what is shown.
NEAR, NEAR_HEIGHT = 640.0, 440.0
BROAD, BROAD_HEIGHT = 800.0, 560.0
MARGIN = 48.0
# How tall a picture of a phone is shown, of its width.
HANDHELD_TALLEST = 2.0


@dataclass(frozen=True)
class Box:
    """A part of a picture, in its pixels."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends across."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Where it ends below."""
        return self.top + self.height

    def joined(self, other: Box) -> Box:
        """Returns the smallest box around both."""
        left, top = min(self.left, other.left), min(self.top, other.top)
        return Box(left, top, max(self.right, other.right) - left, max(self.bottom, other.bottom) - top)


class Crops:
    """The parts to be shown of the pictures of a run."""

    def __init__(self, moments: Iterable[Moment]) -> None:
        self._used: dict[tuple[str, int], Box] = {}
        for moment in moments:
            if moment.before and (control := _control(moment.before)):
                screen = _screen(moment.before.picture)
                self._used[screen] = control.joined(self._used.get(screen, control))

    def of(self, shot: Shot) -> Box | None:
        """Returns the part of the shot's picture that is to be shown; None when its size is not known."""
        picture = shot.picture
        if not (picture.width and picture.height):
            return None
        if picture.handheld:
            return _near(picture, _control(shot), picture.width, picture.width * HANDHELD_TALLEST)
        if control := _control(shot):
            return _near(picture, control, max(NEAR, control.width + 2 * MARGIN), NEAR_HEIGHT)
        return _broad(picture, self._used.get(_screen(picture)))


def _screen(picture: Picture) -> tuple[str, int]:
    return picture.screen, picture.width


def _control(shot: Shot) -> Box | None:
    frame, picture = shot.frame, shot.picture
    if frame is None:
        return None
    across, down = picture.width / 100, picture.height / 100
    return Box(frame.left * across, frame.top * down, frame.width * across, frame.height * down)


def _near(picture: Picture, control: Box | None, width: float, height: float) -> Box:
    """Returns a part of that size with the control in it, no further down than it must be: above is the heading."""
    down = min(control.bottom + MARGIN - height, control.top - MARGIN) if control else 0.0
    return _part(picture, control, width, down, height)


def _broad(picture: Picture, used: Box | None) -> Box:
    """Returns the upper part with all that was used on the screen across; how far down it was differs by situation."""
    width = max(BROAD, used.width + 2 * MARGIN) if used else picture.width
    return _part(picture, used, width, 0.0, BROAD_HEIGHT)


def _part(picture: Picture, matter: Box | None, width: float, top: float, height: float) -> Box:
    """Returns a part within the picture, as near to its middle as what matters allows: pages stand in the middle."""
    width, height = min(width, picture.width), min(height, picture.height)
    left = (picture.width - width) / 2
    if matter is not None:
        left = min(max(left, matter.right + MARGIN - width), matter.left - MARGIN)
    return Box(_within(left, picture.width - width), _within(top, picture.height - height), width, height)


def _within(here: float, end: float) -> float:
    return max(0.0, min(here, end))
