"""What a person knows of the messenger beyond what every screen has: the list of chats."""

from __future__ import annotations

from playwright.sync_api import Locator

from steps.screens.seeing import Seeing


class Messenger(Seeing):
    """The messenger in front of a person."""

    def see_unread(self, chat: str, number: int) -> None:
        """Return if the list says that so many messages of the chat are unread."""
        told = self._line(chat).get_by_text(f"Непрочитанных: {number}", exact=True)
        self._wait(told, f"у чата «{chat}» не отмечено непрочитанных: {number}", chat)

    def see_nothing_unread(self, chat: str) -> None:
        """Return if the chat is in the list and nothing says that messages of it are unread."""
        quiet = self._line(chat).filter(has_not_text="Непрочитанных")
        self._wait(quiet, f"чата «{chat}» без непрочитанных в списке нет", chat)

    def _line(self, chat: str) -> Locator:
        listed = self._page.get_by_role("navigation", name="Чаты", exact=True).get_by_role("listitem")
        return listed.filter(has=self._named("link", chat))
