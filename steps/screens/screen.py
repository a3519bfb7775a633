"""One screen of any site, as a person knows it: by the words on it."""

from __future__ import annotations

from steps.screens.acting import Acting
from steps.screens.seeing import Seeing


class Screen(Acting, Seeing):
    """What is in front of a person at a computer: to act on and to look at."""
