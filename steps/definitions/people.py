"""Who takes part and in which situation; who sits where."""

from __future__ import annotations

import pytest

from fixtures.people import Persona
from fixtures.world import World
from steps.language.sentence import given, sentence, when
from steps.screens.actor import COLLEAGUE, ME, Actor


@pytest.fixture
def actor(world: World) -> Actor:
    """The person who acts in this scenario, at first «я»."""
    return Actor(world)


@given(sentence("я — «{position:Label}»"))
def i_am(world: World, position: str) -> None:
    """Кто я: «учитель ЭПОС», «учитель МЭШ», «учитель Московской области», «родитель», «ученик», «ученик Параграфа»."""
    world.change(ME, lambda person: person.placed(position))


@given(sentence("моя учётная запись — в журнале «{journal:Label}»"))
def my_account_is_in(world: World, journal: str) -> None:
    """Журнал, где у меня учётная запись, — по имени его папки: «perm», «mesh» и так далее."""
    world.change(ME, lambda person: person.in_journal(journal))


@given(sentence("коллега — «{position:Label}»"))
def colleague_is(world: World, position: str) -> None:
    """Кто другой человек сценария: «учитель МЭШ», «родитель» и так далее."""
    world.change(COLLEAGUE, lambda person: person.placed(position))


@given(sentence("моя школа — «{school:Label}»"))
def my_school_is(world: World, school: str) -> None:
    """Задаёт мою школу."""
    world.change(ME, lambda person: person.at_school(school))


@given(sentence("школа коллеги — «{school:Label}»"))
def school_of_colleague_is(world: World, school: str) -> None:
    """Задаёт школу коллеги."""
    world.change(COLLEAGUE, lambda person: person.at_school(school))


@given(sentence("класс коллеги — «{class_name:Label}»"))
def class_of_colleague_is(world: World, class_name: str) -> None:
    """Задаёт класс, в котором работает или учится коллега."""
    world.change(COLLEAGUE, lambda person: person.of_classes(class_name))


@given(sentence("у меня есть VK ID и учебный профиль"))
def i_have_a_profile(world: World) -> None:
    """У меня есть VK ID с паролем и учебный профиль; к журналу он не привязан."""
    world.change(ME, Persona.with_profile)


@given(sentence("у меня есть VK ID, но нет учебного профиля"))
def i_have_a_vk_id(world: World) -> None:
    """У меня есть VK ID с паролем, учебного профиля ещё нет."""
    world.change(ME, Persona.with_vk_id)


@given(sentence("у меня нет VK ID"))
def i_have_nothing(world: World) -> None:
    """У меня есть только учётная запись журнала и телефон."""
    world.change(ME, Persona.without_vk_id)


@given(sentence("мой учебный профиль привязан"))
def i_am_linked(world: World) -> None:
    """Мой учебный профиль привязан к моей учётной записи журнала; вторую роль называют ниже: «я ещё и …»."""
    world.change(ME, Persona.linked)


@given(sentence("мой учебный профиль привязан к другой моей учётной записи журнала"))
def i_am_linked_by_other_account(world: World) -> None:
    """У меня две учётные записи в журнале; профиль привязан к той, под которой я не работаю."""
    world.change(ME, Persona.linked_by_other_account)


@given(sentence("меня зовут «{full_name:Label}»"))
def i_am_called(world: World, full_name: str) -> None:
    """Задаёт мои фамилию, имя и отчество, три слова в этом порядке; пол понятен по отчеству."""
    world.change(ME, lambda person: person.named(full_name))


@given(sentence("мой телефон «{phone:Label}»"))
def my_phone_is(world: World, phone: str) -> None:
    """Задаёт номер моего телефона: +7 и десять цифр; номера «+7 199 …» ничьи."""
    world.change(ME, lambda person: person.with_phone(phone))


@given(sentence("у коллеги есть VK ID и учебный профиль"))
def colleague_has_a_profile(world: World) -> None:
    """У коллеги из той же школы есть VK ID и учебный профиль; к журналу он не привязан.

    Этим же VK ID пользуются, когда мне нужен другой: «ввожу телефон коллеги …», «ввожу пароль коллеги от VK ID …».
    """
    world.change(COLLEAGUE, Persona.with_profile)


@given(sentence("у коллеги есть VK ID, но нет учебного профиля"))
def colleague_has_a_vk_id(world: World) -> None:
    """У коллеги есть VK ID с паролем, учебного профиля ещё нет."""
    world.change(COLLEAGUE, Persona.with_vk_id)


@given(sentence("у коллеги нет VK ID"))
def colleague_has_nothing(world: World) -> None:
    """У коллеги есть только учётная запись журнала и телефон."""
    world.change(COLLEAGUE, Persona.without_vk_id)


@given(sentence("у коллеги учебный профиль привязан"))
def colleague_is_linked(world: World) -> None:
    """Учебный профиль коллеги уже привязан к учётной записи коллеги."""
    world.change(COLLEAGUE, Persona.linked)


@when(sentence("коллега садится за свой компьютер"))
def colleague_sits_at_own_computer(actor: Actor) -> None:
    """Дальше действует коллега за своим компьютером: «свой логин», «свой телефон» теперь — коллеги."""
    actor.sit(COLLEAGUE, COLLEAGUE)


@given(sentence("коллега садится за мой компьютер"))
@when(sentence("коллега садится за мой компьютер"))
def colleague_sits_at_my_computer(actor: Actor) -> None:
    """Дальше действует коллега за моим компьютером, в моём браузере."""
    actor.sit(COLLEAGUE, ME)


@when(sentence("я возвращаюсь за свой компьютер"))
def i_sit_at_my_computer(actor: Actor) -> None:
    """Дальше снова действую я за своим компьютером."""
    actor.sit(ME, ME)


@when(sentence("сажусь за другой компьютер"))
def i_sit_at_another_computer(actor: Actor) -> None:
    """Дальше действую я за компьютером, который обо мне ничего не помнит."""
    actor.sit(ME, "another")
