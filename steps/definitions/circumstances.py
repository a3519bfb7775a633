"""What no person does: time passes, systems fail and are mended."""

from __future__ import annotations

from datetime import timedelta

from fixtures.faults import fault_named
from fixtures.world import World
from steps.language.sentence import given_or_when, sentence


@given_or_when(sentence("проходит {span:Duration}"))
def pass_time(world: World, span: timedelta) -> None:
    """Часы всех сайтов, телефонов и браузеров сценария уходят вперёд; ждать не приходится."""
    world.advance(span)


@given_or_when(sentence("случилась неполадка «{name:Label}»"))
def disturb(world: World, name: str) -> None:
    """С этого места что-то не работает, пока неполадки не устранят; ошибка в названии перечислит верные."""
    world.disturb(fault_named(name))


@given_or_when(sentence("неполадки устранены"))
def settle(world: World) -> None:
    """Всё снова работает."""
    world.settle()
