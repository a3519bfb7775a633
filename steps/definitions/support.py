"""The technical support of the journals: asking it, and its staff at work."""

from __future__ import annotations

from fixtures.cast import ME, SUPPORT
from fixtures.conduct.deeds import Deed
from steps.language.sentence import given_or_when, sentence
from steps.screens.actor import Actor
from steps.ways import support

TOPIC = "Техническая поддержка"


@given_or_when(sentence("обращаюсь в поддержку с просьбой отвязать профиль"), does=[Deed.WRITE])
def ask_to_unlink(actor: Actor) -> None:
    """Пишет в службу технической поддержки журнала и просит отвязать учебный профиль от своего логина.

    Ещё: техподдержка, пишу обращение, заявка.
    """
    support.ask_to_unlink(actor, actor.person.account)


@given_or_when(sentence("поддержка отвязывает мой профиль"), does=[Deed.OTHERS, Deed.UNLINK])
def support_unlinks(actor: Actor) -> None:
    """Сотрудник поддержки за своим компьютером обрабатывает обращение; дальше снова действую я за своим.

    Ещё: техподдержка, обрабатывает заявку.
    """
    actor.sit(SUPPORT, SUPPORT)
    support.handle(actor)
    actor.sit(ME, ME)
