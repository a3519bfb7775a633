"""The journals' technical support: asking it to unlink, and handling what was asked. Its workflow is assumed."""

from __future__ import annotations

from fixtures.journals import name_in_support
from fixtures.people import JournalAccount
from steps.screens.actor import Actor


def ask_to_unlink(actor: Actor, account: JournalAccount) -> None:
    """Send a request to unlink the account."""
    screen = actor.screen
    screen.open(actor.world.stand.site("support"))
    screen.choose("Журнал или дневник", name_in_support(account.journal))
    screen.fill("Логин в журнале", account.login)
    screen.fill("Что нужно сделать", "Отвяжите, пожалуйста, учебный профиль.")
    screen.press("Отправить обращение")
    screen.prove("Обращение принято")


def handle(actor: Actor) -> None:
    """Do what the only open request asks for."""
    screen = actor.screen
    screen.open(f"{actor.world.stand.site('support')}/desk")
    screen.press("Отвязать учебный профиль")
    screen.prove("Обращения")
    screen.see("Учебный профиль отвязан")
