"""What only VK Мессенджер shows: unread messages, personal pages, people to choose."""

from __future__ import annotations

from fixtures.world import World
from steps.language.sentence import given, sentence, then, when
from steps.screens.actor import COLLEAGUE, ME, Actor


@given(sentence("у меня есть страница ВКонтакте с чатом «{title:Label}»"))
def i_have_a_page(world: World, title: str) -> None:
    """У моего VK ID есть ещё и личная страница ВКонтакте; на ней — чат с таким названием.

    У кого чат страницы называется так же, тот в этом же чате.
    """
    world.change(ME, lambda person: person.with_page(title))


@given(sentence("у коллеги есть страница ВКонтакте с чатом «{title:Label}»"))
def colleague_has_a_page(world: World, title: str) -> None:
    """У VK ID коллеги есть ещё и личная страница ВКонтакте; на ней — чат с таким названием."""
    world.change(COLLEAGUE, lambda person: person.with_page(title))


@when(sentence("отмечаю фамилию, имя и отчество коллеги"))
def tick_name_of_colleague(actor: Actor) -> None:
    """Ставит отметку у фамилии, имени и отчества коллеги."""
    actor.messenger.tick(actor.world.person(COLLEAGUE).full_name)


@then(sentence("у чата «{title:Label}» вижу непрочитанных сообщений: {number:Number}"))
def see_unread(actor: Actor, title: str, number: int) -> None:
    """В списке чатов у этого чата стоит ровно столько непрочитанных; обновлять страницу не нужно."""
    actor.messenger.see_unread(title, number)


@then(sentence("у чата «{title:Label}» нет непрочитанных сообщений"))
def see_nothing_unread(actor: Actor, title: str) -> None:
    """Чат есть в списке, и непрочитанных у него не отмечено."""
    actor.messenger.see_nothing_unread(title)
