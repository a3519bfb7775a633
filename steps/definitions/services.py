"""The sites beside the journals that one enters by VK ID: Сферум, the portal of ГТО."""

from __future__ import annotations

from fixtures.conduct.deeds import Deed
from steps.language.sentence import given_or_when_arranged, sentence
from steps.screens.actor import Actor
from steps.ways import services

TOPIC = "Сферум и портал ГТО"


@given_or_when_arranged(sentence("вхожу в Сферум"), does=[Deed.SIGN_IN, Deed.CONFIRM])
def enter_sferum(actor: Actor) -> None:
    """Открывает Сферум, выбирает «Профиль Сферума» и отвечает VK ID по правде.

    Ещё: захожу, авторизуюсь, вход.
    """
    services.enter_sferum(actor)


@given_or_when_arranged(sentence("вхожу на портал ГТО"), does=[Deed.SIGN_IN, Deed.CONFIRM])
def enter_gto(actor: Actor) -> None:
    """Открывает портал ГТО, входит с VK ID и отвечает ему по правде.

    Ещё: захожу, авторизуюсь, вход.
    """
    services.enter_gto(actor)
