"""What a person types into fields, but for codes: those are where they come from."""

from __future__ import annotations

from datetime import date

from fixtures.cast import ME
from fixtures.conduct.deeds import Deed
from steps.language.parts import Part
from steps.language.sentence import given_or_when, sentence
from steps.screens.actor import Actor

TOPIC = "Заполнить поле"


@given_or_when(sentence("ввожу «{value:Text}» в поле «{label:Field}»"), does=[Deed.FILL])
@given_or_when(sentence("ввожу «{value:Text}» в поле «{label:Field}» {part:Part}"), does=[Deed.FILL])
def fill(actor: Actor, value: str, label: str, part: Part | None = None) -> None:
    """Вводит текст в поле с такой подписью вместо того, что там было; «» оставляет поле пустым.

    Ещё: пишу, набираю, печатаю, указываю, очищаю, текст, строка, написать сообщение.
    """
    actor.screen.within(part).fill(label, value)


@given_or_when(sentence("заполняю поля:", columns=("Field", "Text")), does=[Deed.FILL])
def fill_all(actor: Actor, datatable: list[list[str]]) -> None:
    """Вводит в поля то, что стоит в таблице: слева подпись поля, справа текст, может быть и пустой.

    Ещё: форма, анкета, пишу, набираю.
    """
    actor.screen.fill_all(datatable)


@given_or_when(sentence("ввожу дату «{day:Date}» в поле «{label:Field}»"), does=[Deed.FILL])
def fill_date(actor: Actor, day: date, label: str) -> None:
    """Вводит дату — день, месяц и год — в поле даты.

    Ещё: указываю день, дата рождения, число.
    """
    actor.screen.fill(label, day.isoformat())


@given_or_when(sentence("ввожу свой логин в поле «{label:Field}»"), does=[Deed.FILL])
def fill_login(actor: Actor, label: str) -> None:
    """Вводит логин от журнала того, кто сейчас действует.

    Ещё: имя пользователя, учётная запись.
    """
    actor.screen.fill(label, actor.person.account.login)


@given_or_when(
    sentence("ввожу свой пароль от журнала в поле «{label:Field}»"), does=[Deed.FILL, Deed.SIGN_IN]
)
def fill_journal_password(actor: Actor, label: str) -> None:
    """Вводит пароль от журнала того, кто сейчас действует.

    Ещё: пароль журнала.
    """
    actor.screen.fill(label, actor.person.account.password)


@given_or_when(sentence("ввожу свой телефон в поле «{label:Field}»"), does=[Deed.FILL])
@given_or_when(sentence("ввожу телефон {whose:Whose} в поле «{label:Field}»"), does=[Deed.FILL])
def fill_phone(actor: Actor, label: str, whose: str = ME) -> None:
    """Вводит номер, который был у этого человека в начале сценария; сменённый набирают словами.

    Ещё: номер телефона, мобильный.
    """
    actor.screen.fill(label, actor.person_of(whose).phone)


@given_or_when(sentence("ввожу свой пароль от VK ID в поле «{label:Field}»"), does=[Deed.FILL, Deed.SIGN_IN])
@given_or_when(
    sentence("ввожу пароль {whose:Whose} от VK ID в поле «{label:Field}»"), does=[Deed.FILL, Deed.OTHERS]
)
def fill_vk_password(actor: Actor, label: str, whose: str = ME) -> None:
    """Вводит пароль от VK ID, который был у этого человека в начале сценария; новый набирают словами.

    Ещё: пароль VK ID, чужой пароль.
    """
    actor.screen.fill(label, actor.person_of(whose).vk_password)


@given_or_when(sentence("ввожу фамилию {whose:Whose} в поле «{label:Field}»"), does=[Deed.FILL])
def fill_last_name(actor: Actor, label: str, whose: str) -> None:
    """Вводит фамилию этого человека.

    Ещё: ищу по фамилии, имя.
    """
    actor.screen.fill(label, actor.person_of(whose).last_name)


@given_or_when(sentence("ввожу свою почту в поле «{label:Field}»"), does=[Deed.FILL])
def fill_email(actor: Actor, label: str) -> None:
    """Вводит адрес почты того, кто сейчас действует.

    Ещё: электронная почта, имейл, ящик.
    """
    actor.screen.fill(label, actor.email)
