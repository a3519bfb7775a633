"""The forms of the recovery. The labels of steps 6 and 7 are the instruction's; the error texts are assumed."""

from __future__ import annotations

from typing import Any

from wtforms import BooleanField, HiddenField, PasswordField, SelectField, StringField
from wtforms.validators import EqualTo, InputRequired

from sim_server.domain.people import Person
from sim_server.web.forms import SiteForm, strip

CODE_KEYS = {"inputmode": "numeric", "autocomplete": "one-time-code"}


class WayForm(SiteForm):
    """Which way was pressed."""

    way = HiddenField()


class LetterForm(SiteForm):
    """The code from the letter."""

    code = StringField(
        "Введите код из письма",
        filters=[strip],
        validators=[InputRequired("Введите код")],
        render_kw=CODE_KEYS,
    )


class AppForm(SiteForm):
    """The code the generator app shows."""

    code = StringField(
        "Введите код из приложения",
        filters=[strip],
        validators=[InputRequired("Введите код")],
        render_kw=CODE_KEYS,
    )


class FriendForm(SiteForm):
    """The code a friend has told, and which friend."""

    friend = SelectField("Кто назвал код", coerce=int)
    code = StringField(
        "Код от друга",
        filters=[strip],
        validators=[InputRequired("Введите код")],
        render_kw={"inputmode": "numeric", "autocomplete": "off"},
    )

    def __init__(self, friends: tuple[Person, ...], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.friend.choices = [(one.id, short_name(one)) for one in friends]


class NewPasswordForm(SiteForm):
    """A new password, twice; its rules are the domain's."""

    password = PasswordField(
        "Введите новый пароль",
        validators=[InputRequired("Введите новый пароль")],
        render_kw={"autocomplete": "new-password"},
    )
    repeated = PasswordField(
        "Повторите новый пароль",
        validators=[InputRequired("Повторите новый пароль"), EqualTo("password", "Пароли не совпадают")],
        render_kw={"autocomplete": "new-password"},
    )
    everywhere_else_out = BooleanField("Выйти на всех устройствах, кроме этого")


def short_name(person: Person) -> str:
    """A friend as a screen names one to somebody who is not proven yet: Мария В."""
    return f"{person.first_name} {person.last_name[:1]}."
