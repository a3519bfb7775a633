"""The usual ways through a journal, for scenarios that are about something else."""

from __future__ import annotations

from fixtures.people import JournalAccount
from steps.screens.actor import Actor
from steps.ways.captions import captions_for
from steps.ways.carrying import carry_out
from steps.ways.errand import Code, Errand, Move, filled, move


def sign_in(actor: Actor, account: JournalAccount) -> None:
    """Sign in to the account, from whatever page."""
    desk = captions_for(actor).desk
    carry_out(actor, Errand(f"{_site(actor)}/login", (own_login(account),), end=desk))


def own_login(account: JournalAccount) -> Move:
    """Answer a sign-in page with the journal's login and password."""
    return move("Войти", filled("Логин", account.login), filled("Пароль", account.password))


def begin_linking(actor: Actor) -> None:
    """Go to VK ID to link a study profile."""
    captions = captions_for(actor)
    carry_out(actor, Errand(_place(actor), (move(captions.link, on=captions.before),)))


def open_messenger(actor: Actor) -> None:
    """Leave the journal for the chats."""
    _open_place(actor, captions_for(actor).after)
    actor.screen.press(captions_for(actor).linked)
    if captions_for(actor).window == "new":
        actor.screen.turn_to_new_window()


def unlink(actor: Actor) -> None:
    """Take the link back and answer the question that is asked."""
    captions = captions_for(actor)
    first, *others = captions.unlink or [""]
    moves = [move(first, on=captions.after), *map(move, others)] if first else []
    if captions.unlink_code:
        moves.append(move(captions.unlink_code_button, filled(captions.unlink_code, Code.SMS)))
    carry_out(actor, Errand(_place(actor), tuple(moves), end=captions.before))


def see_no_link(actor: Actor) -> None:
    """Look into the journal in a tab of its own: nothing is linked, and the way into the messenger is shut."""
    with actor.device.aside():
        _open_place(actor, captions_for(actor).before)
        actor.screen.see_button(captions_for(actor).link)
        actor.screen.miss_button(captions_for(actor).linked)


def see_link(actor: Actor) -> None:
    """Look into the journal in a tab of its own: a study profile is linked."""
    with actor.device.aside():
        _open_place(actor, captions_for(actor).after)
        actor.screen.see_button(captions_for(actor).linked)
        actor.screen.miss_button(captions_for(actor).link)


def is_linked(actor: Actor) -> bool:
    """Look whether a study profile is linked."""
    captions = captions_for(actor)
    actor.screen.open(_place(actor))
    return actor.screen.button_called(captions.link, captions.linked) == captions.linked


def _open_place(actor: Actor, heading: str) -> None:
    actor.screen.open(_place(actor))
    actor.screen.prove(heading)


def _place(actor: Actor) -> str:
    return f"{_site(actor)}{captions_for(actor).path}"


def _site(actor: Actor) -> str:
    """Where the journal is: in the hand it is an app with an address of its own."""
    kind = "app" if actor.device.handheld else "journal"
    return actor.world.stand.site(f"{kind}.{actor.person.account.journal}")
