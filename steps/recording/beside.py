"""The phone and the mailbox of whoever acts, laid open in tabs of their own: read by the person, and by us."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from steps.recording.entry import Step
from steps.recording.stage import Stage
from steps.recording.wording import said
from steps.screens.phone import Beside

# How a message begins, and how it is said that it has come.
RECEIVED = {"СМС": "receive_code", "Пропущенный звонок": "receive_call", "Письмо": "receive_letter"}


class BesidePages:
    """Pages that are looked at and never acted on: what is done there is no step."""

    def __init__(self, stage: Stage) -> None:
        """Have none."""
        self._stage = stage
        self._pages: list[Page] = []

    def __contains__(self, page: Page) -> bool:
        return page in self._pages

    def lay_open(self) -> None:
        """Open what the person who acts has at hand, behind the page in front."""
        front = self._stage.actor.device.page
        with self._stage.world.unnoticed():
            for held in self._at_hand():
                if held.page not in self._pages:
                    self._pages.append(held.page)
                    held.show()
        front.bring_to_front()

    def _at_hand(self) -> Iterator[Beside]:
        actor, powers = self._stage.actor, self._stage.world.stand.powers
        if "phone" in powers:
            yield actor.phone
            if actor.person.generator_secret:
                yield actor.generator
        if "mailbox" in powers and actor.person.email:
            yield actor.mailbox

    def received(self, texts: list[str]) -> Step | None:
        """The step that says what has come, by what was pointed at."""
        known = (what for text in texts for begins, what in RECEIVED.items() if text.startswith(begins))
        return next((said(what) for what in known), None)
