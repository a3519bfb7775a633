"""VK ID: the ways through its screens, the questions about a person's data, the account page."""

from __future__ import annotations

from fixtures.conduct.deeds import Deed
from steps.language.sentence import given_or_when, given_or_when_arranged, sentence, then
from steps.screens.actor import Actor
from steps.ways import services, vk_id

TOPIC = "VK ID: вход, анкета, кабинет"


@given_or_when_arranged(sentence("вхожу в VK ID"), does=[Deed.SIGN_IN, Deed.CONFIRM])
def sign_in_to_vk_id(actor: Actor) -> None:
    """Входит в VK ID на его собственном сайте; с этих пор браузер помнит этот VK ID.

    Ещё: авторизуюсь, захожу, вход.
    """
    vk_id.sign_in(actor)


@given_or_when_arranged(
    sentence("дохожу до экрана «{title:Screen}»"), does=[Deed.FILL, Deed.PRESS, Deed.SIGN_IN, Deed.CONFIRM]
)
def walk_to(actor: Actor, title: str) -> None:
    """Отвечает VK ID по правде, пока не откроется такой экран; телефон и пароль — с начала сценария.

    Ещё: прохожу вход, добираюсь до экрана.
    """
    vk_id.walk_to(actor, title)


@given_or_when_arranged(sentence("прохожу VK ID до конца"), does=[Deed.SIGN_IN, Deed.CONFIRM, Deed.LINK])
def walk_to_the_end(actor: Actor) -> None:
    """Отвечает VK ID по правде, пока он не вернёт в журнал; телефон и пароль — с начала сценария.

    Ещё: завершаю привязку, отвечаю на всё.
    """
    vk_id.walk_to_the_end(actor)


@given_or_when_arranged(sentence("подтверждаю в VK ID свой телефон"), does=[Deed.SIGN_IN, Deed.CONFIRM])
def confirm_phone(actor: Actor) -> None:
    """Вводит в VK ID телефон, если спросят — пароль, и код из СМС.

    Ещё: ввожу номер и код.
    """
    vk_id.confirm_phone(actor)


@given_or_when(
    sentence("{times:Times} подряд ввожу неверный пароль"),
    does=[Deed.FILL, Deed.PRESS, Deed.GUESS, Deed.LOCK_OUT],
)
def mistype_password(actor: Actor, times: int) -> None:
    """Столько раз вводит неверный пароль от VK ID и нажимает «Продолжить».

    Ещё: ошибаюсь, попытки.
    """
    vk_id.mistype(actor, times, "Введите пароль", "не тот пароль")


@given_or_when(sentence("заполняю анкету своими данными"), does=[Deed.FILL])
def fill_in_own_data(actor: Actor) -> None:
    """Вводит свои фамилию, имя, отчество, дату рождения и выбирает пол.

    Ещё: форма, личные данные, регистрация.
    """
    vk_id.fill_in(actor)


@then(sentence("вижу в анкете свои личные данные"), does=[Deed.LOOK])
def see_own_data(actor: Actor) -> None:
    """В полях стоят фамилия, имя, отчество, дата рождения и пол того, кто сейчас действует.

    Ещё: форма, анкета заполнена.
    """
    vk_id.see_own_data(actor)


@given_or_when_arranged(sentence("открываю кабинет VK ID"), does=[Deed.GO])
def open_account_page(actor: Actor) -> None:
    """Открывает кабинет VK ID в браузере, который помнит человека.

    Ещё: настройки аккаунта.
    """
    services.open_account_page(actor)


@given_or_when(sentence("отключаю в кабинете VK ID «{service:Label=сервис}»"), does=[Deed.PRESS, Deed.UNLINK])
def disconnect(actor: Actor, service: str) -> None:
    """Открывает кабинет VK ID, отключает сервис с таким названием и подтверждает это.

    Ещё: отвязываю сервис, удаляю доступ.
    """
    services.disconnect(actor, service)


@given_or_when(sentence("удаляю свой VK ID"), does=[Deed.PRESS, Deed.DELETE])
def delete_vk_id(actor: Actor) -> None:
    """Открывает кабинет VK ID, удаляет VK ID и подтверждает это.

    Ещё: удаляю аккаунт.
    """
    services.delete_vk_id(actor)
