"""VK Мессенджер: the ways into it, and its list of chats."""

from __future__ import annotations

from fixtures.conduct.deeds import Deed
from steps.language.sentence import given_or_when, given_or_when_arranged, sentence, then
from steps.screens.actor import Actor
from steps.ways import journal, vk_id

TOPIC = "VK Мессенджер"


@given_or_when_arranged(sentence("вхожу в VK Мессенджер"), does=[Deed.SIGN_IN, Deed.CONFIRM])
def sign_in_to_messenger(actor: Actor) -> None:
    """Открывает VK Мессенджер и входит в него по VK ID; с этих пор браузер помнит этот VK ID.

    Ещё: захожу в чаты, мессенджер, вход.
    """
    vk_id.sign_in_to_messenger(actor)


@given_or_when(sentence("перехожу в чаты"), does=[Deed.PRESS, Deed.SIGN_IN, Deed.CONFIRM])
def go_to_chats(actor: Actor) -> None:
    """Нажимает в журнале переход в мессенджер и, если VK ID спросит, кто это, отвечает по правде.

    Ещё: открываю мессенджер, захожу в чаты.
    """
    journal.open_messenger(actor)
    vk_id.walk_into_messenger(actor)


@then(sentence("у чата «{title:Chat}» вижу непрочитанных сообщений: {number:Number}"), does=[Deed.LOOK])
def see_unread(actor: Actor, title: str, number: int) -> None:
    """В списке чатов у этого чата стоит ровно столько непрочитанных; обновлять страницу не нужно.

    Ещё: новые сообщения, счётчик.
    """
    actor.messenger.see_unread(title, number)


@then(sentence("у чата «{title:Chat}» нет непрочитанных сообщений"), does=[Deed.LOOK])
def see_nothing_unread(actor: Actor, title: str) -> None:
    """Чат есть в списке, и непрочитанных у него не отмечено.

    Ещё: всё прочитано.
    """
    actor.messenger.see_nothing_unread(title)
