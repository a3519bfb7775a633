"""Going a whole way: on the screens, as a person does, or by the stand, which only leaves where it leads to.

The one place that chooses. The stand goes as far as it can; what it cannot do is done on the screens from there on, so
that a screen that is not as it should be is complained of in the same words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

from fixtures.control import Carried
from fixtures.people import NotHad
from fixtures.world import PowerUntold
from steps.screens.actor import Actor
from steps.screens.phone import LETTER, SMS, Phone
from steps.ways.arriving import arrive
from steps.ways.errand import Code, Errand, Filled, Move

READ_ON: dict[Any, Callable[[Actor], Phone]] = {
    Code.SMS: lambda actor: actor.phone,
    Code.LETTER: lambda actor: actor.mailbox,
}
SHOWN: dict[Code, Callable[[Actor], str]] = {
    Code.SMS: lambda actor: actor.phone.code(SMS),
    Code.LETTER: lambda actor: actor.mailbox.code(LETTER),
    Code.APP: lambda actor: actor.generator.code(),
}


def carry_out(actor: Actor, errand: Errand) -> None:
    """Go that way."""
    begun_at = errand.open or actor.device.whereabouts
    if actor.arranges and begun_at:
        arrange(actor, errand, begun_at)
    else:
        walk(actor, errand)


def walk(actor: Actor, errand: Errand) -> None:
    """Go it on the screens."""
    screen, asked = actor.screen, [*errand.answered]
    if errand.open:
        screen.open(errand.open)
    for each in errand.moves:
        _make(actor, each)
    if errand.answers:
        while (title := screen.title) in errand.answers and title != errand.until:
            if title in asked:
                passed = ", ".join(asked)
                screen.complain(f"VK ID не пускает дальше, хотя ответ дан; пройдены экраны: {passed}")
            asked.append(title)
            _make(actor, errand.answers[title])
    if errand.end:
        _prove_end(actor, errand)


def _prove_end(actor: Actor, errand: Errand) -> None:
    """Prove the screen it leads to; where a scenario has named that, no system may have it."""
    if errand.end == errand.until:
        arrive(actor, errand.end)
    else:
        actor.screen.prove(errand.end)


def _make(actor: Actor, each: Move) -> None:
    screen = actor.screen
    if each.on:
        screen.prove(each.on)
    fill(actor, each.filled)
    screen.press(each.press)


def fill(actor: Actor, fields: Iterable[Filled]) -> None:
    """Fill these in on the screen in front."""
    screen = actor.screen
    for one in fields:
        label = label_of(actor, one)
        value = SHOWN[one.value](actor) if isinstance(one.value, Code) else one.value
        (screen.choose if one.chosen else screen.fill)(label, value)


def label_of(actor: Actor, one: Filled) -> str:
    """Which of its labels the screen has; where there is but one, the screen need not be asked."""
    several = len({*one.labels}) > 1
    return actor.screen.field_called(*one.labels) if several else one.labels[0]


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
    """Be there when somebody looks; what another site does is not known before, so it is looked at now."""
    screen, device = actor.screen, actor.device

    def come() -> None:
        screen.arrive(carried.address)
        if rest.end and carried.heading == rest.end:
            _prove_end(actor, rest)

    device.come_later(carried.address, come)
    if not carried.heading:
        device.windows.arrive()


def _is_done(rest: Errand, carried: Carried) -> bool:
    """Whether nothing is left to do, or to complain of."""
    if rest.moves or rest.end not in ("", carried.heading):
        return False
    return carried.heading not in rest.answers or carried.heading == rest.until


def _told(actor: Actor, errand: Errand, begun_at: str) -> dict[str, Any]:
    """The errand as the control API takes it, without the answers that the person cannot give."""
    answers = {heading: _move(actor, each) for heading, each in errand.answers.items()}
    return {
        "address": begun_at,
        "moves": [_move(actor, each) for each in errand.moves],
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
