"""What only a teacher of МЭШ does: the support desk, «Мой паспорт», a number that is somebody else's."""

from __future__ import annotations

from dataclasses import replace

from fixtures.world import World
from steps.language.sentence import given, sentence, then, when
from steps.screens.actor import COLLEAGUE, ME, Actor
from steps.ways import passport, support


@given(sentence("на мой номер зарегистрирован VK ID коллеги"))
def my_number_has_the_vk_id_of_colleague(world: World) -> None:
    """У меня нет VK ID, а на номер моего телефона когда-то завёл VK ID коллега."""
    phone = world.person(ME).phone
    world.change(COLLEAGUE, lambda person: replace(person.with_vk_id(), phone=phone))


@given(sentence("обращаюсь в поддержку с просьбой отвязать профиль"))
@when(sentence("обращаюсь в поддержку с просьбой отвязать профиль"))
def ask_to_unlink(actor: Actor) -> None:
    """Пишет в службу технической поддержки журнала и просит отвязать учебный профиль от своего логина."""
    support.ask_to_unlink(actor, actor.person.account)


@when(sentence("сотрудник поддержки садится за свой компьютер"))
def support_sits_at_own_computer(actor: Actor) -> None:
    """Дальше действует сотрудник службы технической поддержки за своим компьютером."""
    actor.sit(support.STAFF, support.STAFF)


@given(sentence("поддержка отвязывает мой профиль"))
@when(sentence("поддержка отвязывает мой профиль"))
def support_unlinks(actor: Actor) -> None:
    """Сотрудник поддержки за своим компьютером обрабатывает обращение; дальше снова действую я за своим."""
    actor.sit(support.STAFF, support.STAFF)
    support.handle(actor)
    actor.sit(ME, ME)


@given(sentence("вхожу в «Мой паспорт»"))
@when(sentence("вхожу в «Мой паспорт»"))
def sign_in_to_passport(actor: Actor) -> None:
    """Входит в «Мой паспорт» под логином журнала и видит вкладку «Безопасность»."""
    passport.sign_in(actor, actor.person.account)


@then(sentence("рядом с id аккаунта вижу значок «{label:Label}»"))
def see_icon_beside_account_id(actor: Actor, label: str) -> None:
    """Видит id аккаунта и на той же строке справа от него значок с таким именем."""
    actor.layout.see_beside(passport.ACCOUNT_ID, label)
