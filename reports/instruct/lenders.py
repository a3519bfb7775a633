"""Moments of other scenarios that lend a movement their words, and their pictures."""

from __future__ import annotations

from collections.abc import Iterator

from reports.instruct.manual import View
from reports.moments import Moment, Shot, frame_of, moments
from reports.record.facts import ActionDone, PictureTaken, ScreenSeen, Where
from reports.record.run import Run


class Lenders:
    """What a run has to lend: a way is one sentence of several movements, and has a picture of the first at most."""

    def __init__(self, run: Run) -> None:
        """Take the run; its moments are read when the first of them is asked for."""
        self._run = run
        self._moments: dict[tuple[str, ...], Moment] = {}
        self._alike: dict[tuple[str, str], Moment] = {}
        self._pictures: dict[tuple[str, str], list[PictureTaken]] = {}  # by screen and system

    def _read(self) -> None:
        if not self._alike:
            for scenario in self._run.scenarios:
                for moment in moments(scenario):
                    self._take(moment)

    def _take(self, moment: Moment) -> None:
        seen = {one.screen: one.system for one in moment.step.facts(ScreenSeen)}
        for picture in moment.taken:
            if not picture.of_phone and picture.screen in seen:
                self._pictures.setdefault((picture.screen, seen[picture.screen]), []).append(picture)
        actions = moment.step.facts(ActionDone)
        if moment.step.kind == "Action" and len(actions) == 1:
            self._moments.setdefault(_movement(actions[0]), moment)
            self._alike.setdefault((actions[0].verb, actions[0].label), moment)

    def of(self, action: ActionDone) -> Moment | None:
        """Return a moment of this movement alone, on this screen or else anywhere; only words can be lent by all."""
        self._read()
        return self._moments.get(_movement(action)) or self._alike.get((action.verb, action.label))

    def view(self, action: ActionDone) -> View | None:
        """Return a picture of the movement's screen with its control framed; None where the screen has none."""
        self._read()
        return next(self._views(action), None)

    def screen(self, where: Where) -> View | None:
        """Return a picture of a screen; None where it has none."""
        self._read()
        return next(
            (View(Shot(picture)) for picture in self._pictures.get((where.screen, where.system), ())), None
        )

    def _views(self, action: ActionDone) -> Iterator[View]:
        for picture in self._pictures.get((action.before.screen, action.before.system), ()):
            frame = frame_of(action, picture)
            if frame and (action.viewport is None or picture.width == action.viewport.width):
                yield View(Shot(picture, frame), (frame,))


def _movement(action: ActionDone) -> tuple[str, ...]:
    return action.verb, action.label, action.before.screen, action.before.system
