"""What a sentence speaks of and the scenario has given to nobody: the author is told which «Дано» gives it."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from fixtures.people import NotHad, Persona, PositionUnknown, invent
from steps.screens.actor import Actor


def actor(change: Callable[[Persona], Persona] = lambda person: person) -> Any:
    """Somebody in a world without a browser."""
    people = {"me": change(invent("me", 7, "perm"))}
    known = people.__getitem__
    world = SimpleNamespace(people=people, person=known, met=known, need=lambda power: None)
    return Actor(world)


@pytest.mark.parametrize(
    ("look", "told"),
    [
        (lambda actor: actor.email, "к моему VK ID привязана почта"),
        (lambda actor: actor.mailbox, "к моему VK ID привязана почта"),
        (lambda actor: actor.generator, "у меня есть приложение-генератор кодов"),
        (lambda actor: actor.phone_of("Иван Л."), "у меня есть друзья, которым доверяю"),
        (lambda actor: actor.person.other_account, "мой учебный профиль привязан к другой"),
    ],
)
def test_what_nobody_has_is_told_with_what_gives_it(look, told):
    with pytest.raises(NotHad, match=told):
        look(actor())


def test_what_somebody_has_is_theirs():
    assert actor(Persona.with_own_email).email.endswith("@pochta.test")
    assert actor(Persona.linked_by_other_account).person.other_account.linked


def test_role_that_the_person_has_not_is_refused_at_once():
    with pytest.raises(PositionUnknown, match="скажите о нём «я ещё и «родитель»»"):
        actor().act_as("родитель")
