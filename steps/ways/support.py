"""The journals' technical support: asking it to unlink, and handling what was asked. Its workflow is assumed."""

from __future__ import annotations

from fixtures.journals import name_in_support
from fixtures.people import JournalAccount
from steps.screens.actor import Actor

HANDLE = "Отвязать учебный профиль"


def ask_to_unlink(actor: Actor, account: JournalAccount) -> None:
    """Send a request to unlink the account."""
    screen = actor.screen
    actor.open(actor.world.stand.site("support"))
    screen.choose("Журнал или дневник", name_in_support(account.journal))
    screen.fill("Логин в журнале", account.login)
    screen.fill("Что нужно сделать", "Отвяжите, пожалуйста, учебный профиль.")
    screen.press("Отправить обращение")
    screen.prove("Обращение принято")


def handle(actor: Actor) -> None:
    """Do what the only open request asks for."""
    screen = actor.screen
    actor.open(f"{actor.world.stand.site('support')}/desk")
    screen.press(HANDLE)
    screen.prove("Обращения")
    screen.see("Учебный профиль отвязан")


def handle_all(actor: Actor) -> None:
    """Leave nothing open on the desk, whoever asked for it."""
    actor.open(f"{actor.world.stand.site('support')}/desk")
    actor.screen.prove("Обращения")
    while actor.screen.offers(HANDLE):
        actor.screen.press_any(HANDLE)
        actor.screen.prove("Обращения")
