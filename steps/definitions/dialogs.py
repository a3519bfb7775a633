"""What a person answers when a page speaks up in a window of the browser's own, and what pages may complain of."""

from __future__ import annotations

from fixtures.conduct.deeds import Deed
from fixtures.sight.dialogs import ALERT, CONFIRM, LEAVING, PROMPT
from steps.language.sentence import given_or_when, sentence
from steps.screens.actor import Actor

TOPIC = "Окна браузера и жалобы страниц"


@given_or_when(sentence("на вопрос браузера «{words:Label=вопрос}» соглашусь"), does=[Deed.PRESS])
def agree(actor: Actor, words: str) -> None:
    """Готовится: если следующий шаг вызовет окно браузера с этим вопросом, нажмёт в нём «ОК». Не вызовет — ошибка.

    Ещё: диалог, подтверждение, ОК.
    """
    actor.device.dialogs.expect(words, "", CONFIRM)


@given_or_when(sentence("на вопрос браузера «{words:Label=вопрос}» откажусь"), does=[Deed.PRESS])
def refuse(actor: Actor, words: str) -> None:
    """Готовится: если следующий шаг вызовет окно браузера с этим вопросом, нажмёт в нём «Отмена».

    Ещё: диалог, отмена.
    """
    actor.device.dialogs.expect(words, None, CONFIRM, PROMPT)


@given_or_when(
    sentence("на вопрос браузера «{words:Label=вопрос}» отвечу «{answer:Text=ответ}»"),
    does=[Deed.PRESS, Deed.FILL],
)
def reply(actor: Actor, words: str, answer: str) -> None:
    """Готовится: если следующий шаг вызовет окно браузера с этим вопросом и полем, напишет ответ и нажмёт «ОК».

    Ещё: диалог, ответ.
    """
    actor.device.dialogs.expect(words, answer, PROMPT)


@given_or_when(sentence("закрою окно браузера «{words:Label=слова в окне}»"), does=[Deed.PRESS])
def dismiss(actor: Actor, words: str) -> None:
    """Готовится: если следующий шаг вызовет окно браузера с этими словами, нажмёт в нём «ОК». Не вызовет — ошибка.

    Ещё: диалог, предупреждение, ОК.
    """
    actor.device.dialogs.expect(words, None, ALERT)


@given_or_when(sentence("на вопрос браузера, уйти ли со страницы, соглашусь"), does=[Deed.PRESS])
def leave(actor: Actor) -> None:
    """Готовится: если на следующем шаге браузер спросит, уйти ли со страницы, уйдёт.

    Ещё: несохранённое, покинуть страницу.
    """
    actor.device.dialogs.expect("", "", LEAVING)


@given_or_when(sentence("на вопрос браузера, уйти ли со страницы, откажусь"), does=[Deed.PRESS])
def stay(actor: Actor) -> None:
    """Готовится: если на следующем шаге браузер спросит, уйти ли со страницы, останется.

    Ещё: несохранённое, остаться на странице.
    """
    actor.device.dialogs.expect("", None, LEAVING)


@given_or_when(sentence("страница может пожаловаться: «{words:Label=слова из жалобы}»"), does=[Deed.TELL])
def expect_complaint(actor: Actor, words: str) -> None:
    """С этого места ошибка скрипта или загрузки, в которой есть эти слова, не мешает сценарию пройти.

    Ещё: консоль, ошибка скрипта.
    """
    actor.device.hearing.expect(words)
