"""Who acts from here on, at whose computer, with a phone in hand, in which of their roles."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest

from fixtures.cast import ME
from fixtures.conduct.deeds import Deed
from fixtures.world import World
from steps.language.sentence import given_or_when, sentence
from steps.screens.actor import Actor
from steps.ways import restoring

TOPIC = "Кто за каким компьютером"


@pytest.fixture
def actor(world: World) -> Iterator[Actor]:
    """The person who acts in this scenario, at first «я»; what it changed of a stand's people is put back."""
    world.prepare = partial(restoring.prepare, world)
    restoring.collect_debts(world)
    yield Actor(world)
    restoring.put_back(world)


@given_or_when(sentence("{who:Other} садится за свой компьютер"), does=[Deed.TELL])
@given_or_when(sentence("я возвращаюсь за свой компьютер"), does=[Deed.TELL])
def sit_at_own_computer(actor: Actor, who: str = ME) -> None:
    """Дальше действует этот человек за своим компьютером: «свой логин», «мой телефон» теперь — его.

    Ещё: другой человек, второй пользователь, коллега пишет мне.
    """
    actor.sit(who, who)


@given_or_when(sentence("{who:Other} садится за мой компьютер"), does=[Deed.TELL])
def sit_at_my_computer(actor: Actor, who: str) -> None:
    """Дальше действует этот человек за моим компьютером, в моём браузере.

    Ещё: общий компьютер, чужой браузер.
    """
    actor.sit(who, ME)


@given_or_when(sentence("я сажусь за компьютер {whose:Whose}"), does=[Deed.TELL])
def i_sit_at_computer_of(actor: Actor, whose: str) -> None:
    """Дальше действую я за компьютером этого человека, в его браузере.

    Ещё: общий компьютер, чужой браузер.
    """
    actor.sit(ME, whose)


@given_or_when(sentence("я сажусь за другой компьютер"), does=[Deed.TELL])
def i_sit_at_another_computer(actor: Actor) -> None:
    """Дальше действую я за компьютером, который обо мне ничего не помнит.

    Ещё: новое устройство, чужой компьютер.
    """
    actor.sit(ME, "another")


@given_or_when(sentence("беру в руки телефон"), does=[Deed.TELL])
def take_up_phone(actor: Actor) -> None:
    """Дальше всё происходит в телефоне того, кто действует: экран небольшой, нажимают пальцем, дневник — приложение.

    Ещё: мобильный, смартфон, приложение, другой телефон.
    """
    actor.take_up_phone()


@given_or_when(sentence("дальше я — «{position:Position}»"), does=[Deed.TELL])
def i_act_as(actor: Actor, position: str) -> None:
    """«Свой логин», «журнал» и «привязка» теперь относятся к этой моей роли.

    Ещё: меняю роль, переключаюсь.
    """
    actor.act_as(position)
