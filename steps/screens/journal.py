"""The usual ways through a journal, for scenarios that are about something else. The captions are Perm's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fixtures.personas import JournalAccount

if TYPE_CHECKING:
    from steps.screens.actor import Actor

MESSAGES = "Личные сообщения"
LINK = "Привязать учебный профиль VK ID"
UNLINK = "Отвязать учебный профиль VK ID"


def sign_in(actor: Actor, account: JournalAccount) -> None:
    """Sign in to the account, from whatever page."""
    actor.screen.open(f"{_site(actor)}/login")
    actor.screen.fill("Логин", account.login)
    actor.screen.fill("Пароль", account.password)
    actor.screen.press("Войти")
    actor.screen.prove("Рабочий стол")


def begin_linking(actor: Actor) -> None:
    """Go to VK ID to link a study profile."""
    open_messages(actor)
    actor.screen.press(LINK)


def unlink(actor: Actor) -> None:
    """Take the link back and answer the question that is asked."""
    open_messages(actor)
    actor.screen.press(UNLINK)
    actor.screen.press("Отвязать")
    actor.screen.prove(MESSAGES)


def open_messages(actor: Actor) -> None:
    """Go to the messages page of the journal one is signed in to."""
    actor.screen.open(f"{_site(actor)}/messages")
    actor.screen.prove(MESSAGES)


def see_no_link(actor: Actor) -> None:
    """Look into the journal in a tab of its own: nothing is linked, and the way into the messenger is shut."""
    with actor.aside():
        open_messages(actor)
        actor.screen.see_button(LINK)
        actor.screen.miss_button(UNLINK)


def see_link(actor: Actor) -> None:
    """Look into the journal in a tab of its own: a study profile is linked."""
    with actor.aside():
        open_messages(actor)
        actor.screen.see_button(UNLINK)
        actor.screen.miss_button(LINK)


def _site(actor: Actor) -> str:
    return actor.world.stand.site(f"journal.{actor.person.account.journal}")
