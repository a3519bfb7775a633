"""What no person does: time passes, systems fail and are mended."""

from __future__ import annotations

from datetime import timedelta

from fixtures.faults import fault_named
from fixtures.world import World
from steps.language.sentence import given_or_when, sentence

TOPIC = "Время и неполадки"


@given_or_when(sentence("проходит {span:Duration}"))
def pass_time(world: World, span: timedelta) -> None:
    """Часы всех сайтов, телефонов и браузеров сценария уходят вперёд; ждать не приходится.

    Ещё: жду, подождать, прошло время, спустя, часы, истекает.
    """
    world.advance(span)


@given_or_when(sentence("случилась неполадка «{name:Fault}»"))
def disturb(world: World, name: str) -> None:
    """С этого места что-то не работает, пока неполадки не устранят.

    Ещё: сбой, ошибка, поломка, не работает, СМС не доходят, сайт лежит.
    """
    world.disturb(fault_named(name))


@given_or_when(sentence("неполадки устранены"))
def settle(world: World) -> None:
    """Всё снова работает.

    Ещё: починили, снова работает, сбой прошёл.
    """
    world.settle()
