"""Going a whole way on the screens, as a person does."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from steps.screens.actor import Actor
from steps.screens.phone import LETTER, SMS
from steps.screens.screen import Screen
from steps.ways.arriving import arrive
from steps.ways.errand import Code, Errand, Filled, Move

SHOWN: dict[Code, Callable[[Actor], str]] = {
    Code.SMS: lambda actor: actor.phone.code(SMS),
    Code.LETTER: lambda actor: actor.mailbox.code(LETTER),
    Code.APP: lambda actor: actor.generator.code(),
}


def walk(actor: Actor, errand: Errand) -> None:
    """Go it on the screens."""
    screen, asked = actor.screen, [*errand.answered]
    if errand.open:
        screen.open(errand.open)
    for each in errand.moves:
        _make(actor, each)
    if errand.answers:
        coming = errand.until or errand.end
        while (title := screen.title_after(asked, errand.answers, coming)) in errand.answers:
            if title == errand.until:
                break
            if title in asked:
                passed = ", ".join(asked)
                screen.complain(f"VK ID не пускает дальше, хотя ответ дан; пройдены экраны: {passed}")
            asked.append(title)
            _make(actor, errand.answers[title])
    if errand.end:
        prove_end(screen, errand)


def prove_end(screen: Screen, errand: Errand) -> None:
    """Prove the screen it leads to; where a scenario has named that, no system may have it."""
    if errand.end == errand.until:
        arrive(screen, errand.end)
    else:
        screen.prove(errand.end)


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
