"""The end of a way: the screen it was to lead to is in front, or it is said whose fault it is that it is not."""

from __future__ import annotations

from fixtures.sight.mismatch import Mismatch
from steps.labels.known import known_labels
from steps.screens.screen import Screen


class ScreenUnknown(LookupError):
    """No system has the screen a way was to lead to: the scenario is wrong; the message is Russian."""


def arrive(screen: Screen, title: str) -> None:
    """Prove the screen; raises ScreenUnknown where another one is in front and no system is known to have this one."""
    try:
        screen.prove(title)
    except Mismatch:
        known = known_labels()
        if known is None or known.knows(title):
            raise
        near = known.nearest(title)
        maybe = f"может быть, «{near}»?" if near else "сверьте заголовок с экраном."
        raise ScreenUnknown(f"экрана «{title}» нет ни в одной системе; {maybe}") from None
