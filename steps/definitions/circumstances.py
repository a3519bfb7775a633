"""What no person does: time passes, systems fail and are mended."""

from __future__ import annotations

from datetime import timedelta

from fixtures.cast import ME
from fixtures.conduct.deeds import Deed
from fixtures.faults import fault_named
from fixtures.journals import client_called
from fixtures.world import World
from steps.language.sentence import given_or_when, sentence

TOPIC = "Время, неполадки и перемены"


@given_or_when(sentence("проходит {span:Duration}"), does=[Deed.ARRANGE])
def pass_time(world: World, span: timedelta) -> None:
    """Часы всех сайтов, телефонов и браузеров сценария уходят вперёд; ждать не приходится.

    Ещё: жду, подождать, прошло время, спустя, часы, истекает.
    """
    world.advance(span)


@given_or_when(sentence("моя школа теперь — «{school:School}»"), does=[Deed.ARRANGE])
@given_or_when(sentence("школа {whose:Whose} теперь — «{school:School}»"), does=[Deed.ARRANGE])
def change_school(world: World, school: str, whose: str = ME) -> None:
    """С этого места человек в другой школе: учётная запись и привязка те же, чаты школы и класса — новой.

    Ещё: переводят, перехожу в другую школу, меняю школу, новая школа.
    """
    world.transfer(whose, lambda person: person.at_school(school))


@given_or_when(sentence("мой класс теперь — «{class_name:ClassName}»"), does=[Deed.ARRANGE])
@given_or_when(sentence("класс {whose:Whose} теперь — «{class_name:ClassName}»"), does=[Deed.ARRANGE])
def change_class(world: World, class_name: str, whose: str = ME) -> None:
    """С этого места у человека другой класс: учётная запись и привязка те же, чат класса — новый.

    Ещё: переводят, меняю класс, новый класс, классное руководство.
    """
    world.transfer(whose, lambda person: person.of_classes(class_name))


@given_or_when(sentence("случилась неполадка «{name:Fault}»"), does=[Deed.ARRANGE])
def disturb(world: World, name: str) -> None:
    """С этого места что-то не работает, пока неполадки не устранят.

    Ещё: сбой, ошибка, поломка, не работает, СМС не доходят, сайт лежит, сломался, сервер не отвечает, интернет пропал.
    """
    world.disturb(fault_named(name))


@given_or_when(sentence("{times:Times} случится неполадка «{name:Fault}»"), does=[Deed.ARRANGE])
def disturb_counted(world: World, times: int, name: str) -> None:
    """Столько раз подряд что-то не сработает, а потом будет работать само.

    Ещё: однажды, один раз, первый раз, со второго раза, сбой сам прошёл, повторная попытка.
    """
    world.disturb(fault_named(name, times=times))


@given_or_when(
    sentence("случилась неполадка «{name:Fault}» для журнала «{journal:Journal}»"), does=[Deed.ARRANGE]
)
def disturb_one(world: World, name: str, journal: str) -> None:
    """С этого места что-то не работает у одного журнала, у остальных всё как обычно.

    Ещё: сбой в одном журнале, только у одного, другие журналы работают.
    """
    world.disturb(fault_named(name, client=client_called(journal)))


@given_or_when(sentence("неполадки устранены"), does=[Deed.ARRANGE])
def settle(world: World) -> None:
    """Всё снова работает.

    Ещё: починили, снова работает, сбой прошёл.
    """
    world.settle()
