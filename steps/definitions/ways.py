"""Whole ways through the journal and VK ID, for scenarios that are about something else."""

from __future__ import annotations

from steps.language.sentence import given, sentence, then, when
from steps.screens.actor import Actor
from steps.ways import journal, vk_id


@given(sentence("я вхожу в журнал"))
@when(sentence("вхожу в журнал"))
def sign_in(actor: Actor) -> None:
    """Входит в журнал под своей учётной записью."""
    journal.sign_in(actor, actor.person.account)


@given(sentence("вхожу в журнал под другой своей учётной записью"))
@when(sentence("вхожу в журнал под другой своей учётной записью"))
def sign_in_to_other_account(actor: Actor) -> None:
    """Входит в тот же журнал под второй своей учётной записью."""
    journal.sign_in(actor, actor.person.other_account)


@given(sentence("начинаю привязку"))
@when(sentence("начинаю привязку"))
def begin_linking(actor: Actor) -> None:
    """Открывает в журнале место, где предлагают привязать профиль, и нажимает там кнопку привязки."""
    journal.begin_linking(actor)


@given(sentence("дохожу до экрана «{title:Label}»"))
@when(sentence("дохожу до экрана «{title:Label}»"))
def walk_to(actor: Actor, title: str) -> None:
    """Отвечает VK ID по правде, пока не откроется такой экран; телефон и пароль — с начала сценария."""
    vk_id.walk_to(actor, title)


@given(sentence("прохожу VK ID до конца"))
@when(sentence("прохожу VK ID до конца"))
def walk_to_the_end(actor: Actor) -> None:
    """Отвечает VK ID по правде, пока он не вернёт в журнал; телефон и пароль — с начала сценария."""
    vk_id.walk_to_the_end(actor)


@given(sentence("вхожу в VK ID"))
@when(sentence("вхожу в VK ID"))
def sign_in_to_vk_id(actor: Actor) -> None:
    """Входит в VK ID на его собственном сайте; с этих пор браузер помнит этот VK ID."""
    vk_id.sign_in(actor)


@when(sentence("перехожу в чаты"))
def go_to_chats(actor: Actor) -> None:
    """Нажимает в журнале переход в мессенджер и, если VK ID спросит, кто это, отвечает по правде."""
    journal.open_messenger(actor)
    vk_id.walk_into_messenger(actor)


@when(sentence("подтверждаю в VK ID свой телефон"))
def confirm_phone(actor: Actor) -> None:
    """Вводит в VK ID телефон, если спросят — пароль, и код из СМС."""
    vk_id.confirm_phone(actor)


@given(sentence("отвязываю учебный профиль"))
@when(sentence("отвязываю учебный профиль"))
def unlink(actor: Actor) -> None:
    """Отвязывает в журнале учебный профиль и подтверждает это."""
    journal.unlink(actor)


@then(sentence("в журнале нет привязки"))
def see_no_link(actor: Actor) -> None:
    """Открывает отдельной вкладкой место привязки в журнале: привязать предлагают, перейти в чаты нельзя."""
    journal.see_no_link(actor)


@then(sentence("в журнале есть привязка"))
def see_link(actor: Actor) -> None:
    """Открывает отдельной вкладкой место привязки в журнале: профиль привязан."""
    journal.see_link(actor)
