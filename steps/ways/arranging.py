"""Having the stand go a whole way, which leaves only where it leads to: the counterpart of `walking`.

The stand goes as far as it can. What it cannot do is done on the screens from there on, so that a screen that is not
as it should be is complained of in the same words.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from itertools import takewhile
from typing import Any

from fixtures.control import Carried
from fixtures.people import NotHad
from fixtures.world import PowerUntold
from steps.screens.actor import Actor
from steps.screens.phone import Phone
from steps.ways.errand import Code, Errand, Filled, Move
from steps.ways.walking import prove_end, walk

READ_ON: dict[Any, Callable[[Actor], Phone]] = {
    Code.SMS: lambda actor: actor.phone,
    Code.LETTER: lambda actor: actor.mailbox,
}


def arrange(actor: Actor, errand: Errand, begun_at: str) -> None:
    """Have the stand go it; the page opens when somebody looks."""
    carried = actor.world.carry_out(actor.device, _told(actor, errand, begun_at))
    _note_read(actor, errand, carried)
    rest = errand.after(carried.moves, carried.answered)
    if carried.address != begun_at or carried.moves or carried.answered or errand.open:
        _come_later(actor, carried, rest)
    if not _is_done(rest, carried):
        walk(actor, rest)


def _come_later(actor: Actor, carried: Carried, rest: Errand) -> None:
    """Be there when somebody looks; what another site does is not known before, so it is looked at now.

    Whoever looks may sit elsewhere by then: it is this computer on which it is proven.
    """
    screen, device = actor.screen, actor.device

    def come() -> None:
        screen.arrive(carried.address)
        if rest.end and carried.heading == rest.end:
            prove_end(screen, rest)

    device.come_later(carried.address, come)
    if not carried.heading:
        device.windows.arrive()


def _is_done(rest: Errand, carried: Carried) -> bool:
    """Whether nothing is left to do, or to complain of."""
    if rest.moves or rest.end not in ("", carried.heading):
        return False
    return carried.heading not in rest.answers or carried.heading == rest.until


def _told(actor: Actor, errand: Errand, begun_at: str) -> dict[str, Any]:
    """The errand as the control API takes it, as far as the person can give what it asks for."""
    answers = {heading: _move(actor, each) for heading, each in errand.answers.items()}
    return {
        "address": begun_at,
        "moves": [*takewhile(bool, (_move(actor, each) for each in errand.moves))],
        "answers": {heading: each for heading, each in answers.items() if each},
        "until": errand.until,
        "stays": errand.stays,
    }


def _move(actor: Actor, each: Move) -> dict[str, Any] | None:
    with suppress(NotHad, PowerUntold):
        return {
            "press": each.press,
            "on": each.on,
            "typed": [{"labels": one.labels, **_typed(actor, one)} for one in each.filled],
        }
    return None


def _typed(actor: Actor, one: Filled) -> dict[str, Any]:
    if not isinstance(one.value, Code):
        return {"text": one.value}
    if one.value is Code.APP:
        return {"source": one.value.value, "place": actor.generator and actor.person.generator_secret}
    read_on = READ_ON[one.value](actor)
    if read_on.in_hand is not None:
        return {"text": read_on.in_hand}
    place = actor.person.phone if one.value is Code.SMS else actor.email
    return {"source": one.value.value, "place": place, "after": read_on.read}


def _note_read(actor: Actor, errand: Errand, carried: Carried) -> None:
    """Have read, and have used, what the stand has for the person."""
    made = [*errand.moves[: carried.moves], *(errand.answers[heading] for heading in carried.answered)]
    for one in (one for each in made for one in each.filled):
        if one.value in READ_ON:
            READ_ON[one.value](actor).in_hand = None
    for place, number in carried.read.items():
        (actor.mailbox if "@" in place else actor.phone).read = number
    if carried.shown_code:
        actor.generator.seen = carried.shown_code
