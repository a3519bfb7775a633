"""The sites beside the journals that one enters by VK ID: Сферум, the portal of ГТО."""

from __future__ import annotations

from steps.language.sentence import given, sentence, when
from steps.screens.actor import Actor
from steps.ways import services


@given(sentence("вхожу в Сферум"))
@when(sentence("вхожу в Сферум"))
def enter_sferum(actor: Actor) -> None:
    """Открывает Сферум, выбирает «Профиль Сферума» и отвечает VK ID по правде."""
    services.enter_sferum(actor)


@given(sentence("вхожу на портал ГТО"))
@when(sentence("вхожу на портал ГТО"))
def enter_gto(actor: Actor) -> None:
    """Открывает портал ГТО, входит с VK ID и отвечает ему по правде."""
    services.enter_gto(actor)
