"""Сферум, the portal of ГТО, VK ID's account page; people who are several things at once."""

from __future__ import annotations

from fixtures.people import Persona
from fixtures.world import World
from steps.language.sentence import given, sentence, then, when
from steps.screens.actor import ME, Actor
from steps.screens.phone import SMS
from steps.ways import services


@given(sentence("я ещё и «{position:Label}»"))
def i_am_also(world: World, position: str) -> None:
    """У меня есть вторая учётная запись, в другом журнале и в другой роли; учебный профиль и телефон одни."""
    world.change(ME, lambda person: person.also(position))


@given(sentence("мой учебный профиль привязан во всех моих журналах"))
def i_am_linked_everywhere(world: World) -> None:
    """Один и тот же учебный профиль привязан к каждой моей учётной записи."""
    world.change(ME, Persona.linked_everywhere)


@given(sentence("дальше я — «{position:Label}»"))
@when(sentence("дальше я — «{position:Label}»"))
def i_act_as(actor: Actor, position: str) -> None:
    """«Свой логин», «журнал» и «привязка» теперь относятся к этой моей роли."""
    actor.act_as(position)


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


@given(sentence("открываю кабинет VK ID"))
@when(sentence("открываю кабинет VK ID"))
def open_account_page(actor: Actor) -> None:
    """Открывает кабинет VK ID в браузере, который помнит человека."""
    services.open_account_page(actor)


@given(sentence("отключаю в кабинете VK ID «{service:Label}»"))
@when(sentence("отключаю в кабинете VK ID «{service:Label}»"))
def disconnect(actor: Actor, service: str) -> None:
    """Открывает кабинет VK ID, отключает сервис с таким названием и подтверждает это."""
    services.disconnect(actor, service)


@when(sentence("удаляю свой VK ID"))
def delete_vk_id(actor: Actor) -> None:
    """Открывает кабинет VK ID, удаляет VK ID и подтверждает это."""
    services.delete_vk_id(actor)


@when(sentence("ввожу код из СМС на номер «{number:Label}» в поле «{label:Label}»"))
def fill_code_of_number(actor: Actor, number: str, label: str) -> None:
    """Вводит код, который пришёл на телефон с этим номером."""
    actor.screen.fill(label, actor.phone_with(number).code(SMS))


@then(sentence("в списке «{name:Label}» строк: {number:Number}"))
def see_number_of_lines(actor: Actor, name: str, number: int) -> None:
    """В списке с таким названием ровно столько строк."""
    actor.screen.see_number_of_lines(name, number)
