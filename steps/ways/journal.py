"""The usual ways through a journal, for scenarios that are about something else."""

from __future__ import annotations

from fixtures.people import JournalAccount
from steps.screens.actor import Actor
from steps.screens.phone import SMS
from steps.ways.captions import captions_for


def sign_in(actor: Actor, account: JournalAccount) -> None:
    """Sign in to the account, from whatever page."""
    actor.screen.open(f"{_site(actor)}/login")
    give_login(actor, account)
    actor.screen.prove(captions_for(actor).desk)


def give_login(actor: Actor, account: JournalAccount) -> None:
    """Answer a sign-in page with the journal's login and password."""
    actor.screen.fill("Логин", account.login)
    actor.screen.fill("Пароль", account.password)
    actor.screen.press("Войти")


def begin_linking(actor: Actor) -> None:
    """Go to VK ID to link a study profile."""
    _open_place(actor, captions_for(actor).before)
    actor.screen.press(captions_for(actor).link)


def open_messenger(actor: Actor) -> None:
    """Leave the journal for the chats."""
    _open_place(actor, captions_for(actor).after)
    actor.screen.press(captions_for(actor).linked)
    if captions_for(actor).window == "new":
        actor.screen.turn_to_new_window()


def unlink(actor: Actor) -> None:
    """Take the link back and answer the question that is asked."""
    _open_place(actor, captions_for(actor).after)
    for caption in captions_for(actor).unlink:
        actor.screen.press(caption)
    if captions_for(actor).unlink_code:
        actor.screen.fill(captions_for(actor).unlink_code, actor.phone.code(SMS))
        actor.screen.press(captions_for(actor).unlink_code_button)
    actor.screen.prove(captions_for(actor).before)


def see_no_link(actor: Actor) -> None:
    """Look into the journal in a tab of its own: nothing is linked, and the way into the messenger is shut."""
    with actor.aside():
        _open_place(actor, captions_for(actor).before)
        actor.screen.see_button(captions_for(actor).link)
        actor.screen.miss_button(captions_for(actor).linked)


def see_link(actor: Actor) -> None:
    """Look into the journal in a tab of its own: a study profile is linked."""
    with actor.aside():
        _open_place(actor, captions_for(actor).after)
        actor.screen.see_button(captions_for(actor).linked)
        actor.screen.miss_button(captions_for(actor).link)


def _open_place(actor: Actor, heading: str) -> None:
    actor.screen.open(f"{_site(actor)}{captions_for(actor).path}")
    actor.screen.prove(heading)


def _site(actor: Actor) -> str:
    """Where the journal is: in the hand it is an app with an address of its own."""
    kind = "app" if actor.device.handheld else "journal"
    return actor.world.stand.site(f"{kind}.{actor.person.account.journal}")
