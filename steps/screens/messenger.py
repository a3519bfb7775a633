"""What a person knows of the messenger beyond what every screen has: the list of chats."""

from __future__ import annotations

from playwright.sync_api import Locator

from steps.screens.finding import inside, named, text
from steps.screens.parts import Ground
from steps.screens.seeing import Seeing
from steps.screens.thing import Sought


class Messenger(Seeing):
    """The messenger in front of a person."""

    def see_unread(self, chat: str, number: int) -> None:
        """Return if the list says that so many messages of the chat are unread."""
        told = inside(_line(chat), text(f"Непрочитанных: {number}"))
        self._wait(told, f"у чата «{chat}» не отмечено непрочитанных: {number}", chat)

    def see_nothing_unread(self, chat: str) -> None:
        """Return if the chat is in the list and nothing says that messages of it are unread."""
        line = _line(chat)
        self._wait(
            lambda ground: line(ground).filter(has_not_text="Непрочитанных"),
            f"чата «{chat}» без непрочитанных в списке нет",
            chat,
        )


def _line(chat: str) -> Sought:
    """Find the line of a chat in the list of chats."""

    def sought(ground: Ground) -> Locator:
        listed = named("navigation", "Чаты")(ground).get_by_role("listitem")
        return listed.filter(has=named("link", chat)(ground))

    return sought
