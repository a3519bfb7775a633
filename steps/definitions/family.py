"""The people around a child, and at whose computer or phone they are."""

from __future__ import annotations

from fixtures.world import World
from steps.language.sentence import given, sentence, when
from steps.screens.actor import CHILD, ME, SECOND_PARENT, Actor


@given(sentence("мои дети учатся в классах «{first:Label}» и «{second:Label}»"))
def my_children_are_in(world: World, first: str, second: str) -> None:
    """У меня двое детей в одной школе, каждый в своём классе."""
    world.change(ME, lambda person: person.of_classes(first, second))


@given(sentence("моя почта «{email:Label}»"))
def my_email_is(world: World, email: str) -> None:
    """Задаёт почту, с которой зарегистрирован мой VK ID."""
    world.change(ME, lambda person: person.with_email(email))


@given(sentence("моя страница ВКонтакте называется «{full_name:Label}»"))
def my_page_is_called(world: World, full_name: str) -> None:
    """Задаёт имя в VK ID — три слова, — непохожее на настоящее; учебный профиль остаётся под настоящим."""
    world.change(ME, lambda person: person.with_page_named(full_name))


@given(sentence("у второго родителя есть VK ID и учебный профиль"))
def second_parent_has_a_profile(world: World) -> None:
    """У ребёнка есть второй родитель с VK ID и учебным профилем; к дневнику он не привязан."""
    world.change(SECOND_PARENT, lambda person: person.placed("родитель").with_profile())


@given(sentence("у ребёнка учебный профиль привязан"))
def child_is_linked(world: World) -> None:
    """У ребёнка есть VK ID и учебный профиль, привязанный к учётной записи ребёнка в дневнике."""
    world.change(CHILD, lambda person: person.placed("ученик").linked())


@given(sentence("ребёнок учится в классе «{class_name:Label}»"))
def child_is_in(world: World, class_name: str) -> None:
    """Задаёт класс ребёнка."""
    world.change(CHILD, lambda person: person.of_classes(class_name))


@when(sentence("второй родитель садится за свой компьютер"))
def second_parent_sits_at_own_computer(actor: Actor) -> None:
    """Дальше действует второй родитель за своим компьютером."""
    actor.sit(SECOND_PARENT, SECOND_PARENT)


@when(sentence("второй родитель садится за мой компьютер"))
def second_parent_sits_at_my_computer(actor: Actor) -> None:
    """Дальше действует второй родитель за моим компьютером, в моём браузере."""
    actor.sit(SECOND_PARENT, ME)


@given(sentence("ребёнок садится за свой компьютер"))
@when(sentence("ребёнок садится за свой компьютер"))
def child_sits_at_own_computer(actor: Actor) -> None:
    """Дальше действует ребёнок за своим компьютером."""
    actor.sit(CHILD, CHILD)


@when(sentence("я сажусь за компьютер ребёнка"))
def i_sit_at_the_childs_computer(actor: Actor) -> None:
    """Дальше действую я за компьютером ребёнка, в его браузере."""
    actor.sit(ME, CHILD)


@given(sentence("беру в руки телефон"))
@when(sentence("беру в руки телефон"))
def take_up_phone(actor: Actor) -> None:
    """Дальше всё происходит в телефоне того, кто действует: экран небольшой, нажимают пальцем, дневник — приложение."""
    actor.take_up_phone()
