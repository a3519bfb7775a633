"""The recovery of a password; its codes are where they come from: phone, mailbox, generator."""

from __future__ import annotations

from fixtures.conduct.deeds import Deed
from steps.language.sentence import given_or_when_arranged, sentence
from steps.screens.actor import Actor
from steps.ways import recovery

TOPIC = "Восстановление пароля"


@given_or_when_arranged(sentence("начинаю восстановление пароля"), does=[Deed.GO, Deed.FILL, Deed.PRESS])
def begin_recovery(actor: Actor) -> None:
    """Открывает вход в VK ID, вводит свой телефон и нажимает там «Забыли или не установили пароль?».

    Прежняя страница уходит: чтобы не потерять начатую привязку, сначала «открываю вторую вкладку».
    В дневнике ссылка на экране пароля ведёт не сюда: там пароль заменяет код из СМС.

    Ещё: забыл пароль, сброс пароля.
    """
    recovery.begin(actor)


@given_or_when_arranged(
    sentence("дохожу в восстановлении пароля до экрана «{title:Screen}»"),
    does=[Deed.FILL, Deed.PRESS, Deed.CONFIRM],
)
def walk_in_recovery_to(actor: Actor, title: str) -> None:
    """Отвечает по правде, пока не откроется экран с таким заголовком; способ выбирает нужный, иначе почту.

    Ещё: прохожу восстановление.
    """
    recovery.walk_to(actor, title)
