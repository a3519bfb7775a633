"""What no person does: time passes, systems fail and are mended."""

from __future__ import annotations

from datetime import timedelta

from fixtures.faults import fault_named
from fixtures.world import World
from steps.language.sentence import given, sentence, when


@given(sentence("проходит {span:Duration}"))
@when(sentence("проходит {span:Duration}"))
def pass_time(world: World, span: timedelta) -> None:
    """Часы всех сайтов, телефонов и браузеров сценария уходят вперёд; ждать не приходится."""
    world.advance(span)


@given(sentence("случилась неполадка «{name:Label}»"))
@when(sentence("случилась неполадка «{name:Label}»"))
def disturb(world: World, name: str) -> None:
    """С этого места что-то не работает, пока неполадки не устранят; ошибка в названии перечислит верные."""
    world.disturb(fault_named(name))


@given(sentence("неполадки устранены"))
@when(sentence("неполадки устранены"))
def settle(world: World) -> None:
    """Всё снова работает."""
    world.settle()
