"""The password of the VK ID, if it has one."""

from __future__ import annotations

from typing import Any

from wtforms import PasswordField
from wtforms.validators import InputRequired

from sim_server.domain import sign_ins
from sim_server.domain.vk_accounts import PasswordWrong, SignInLocked
from sim_server.vk_id.clients import Words
from sim_server.vk_id.forms import LabelledForm
from sim_server.vk_id.sign_in import SignIn, SignInScreen


class PasswordWords(Words):
    """Its captions."""

    title: str = "Введите пароль"
    line: str = "Используйте пароль, указанный при регистрации с телефоном {phone}"
    line_email: str = "Используйте пароль, указанный при регистрации с почтой {phone}"
    field: str = "Введите пароль"
    advice: str = ""
    forgotten: str = "Забыли или не установили пароль?"


class PasswordForm(LabelledForm):
    """The VK ID's password."""

    password = PasswordField(
        validators=[InputRequired("Введите пароль")], render_kw={"autocomplete": "current-password"}
    )


class PasswordScreen(SignInScreen):
    """Where it is forgotten, a code stands in for it or the recovery begins, as the client has it."""

    wording = PasswordWords
    proves = True
    refusals = {
        PasswordWrong: ("password", "Неверный пароль"),
        SignInLocked: (  # the instruction's words, the others are assumed
            "password",
            "Произведено слишком много попыток входа в этот аккаунт по паролю. "
            "Воспользуйтесь другим способом входа или попробуйте через несколько часов.",
        ),
    }
    template = """
{% call press(wording.proceed) %}
  <p class="soft">{{ told(wording.line_email if "@" in sign_in.address else wording.line, sign_in.address) }}</p>
  <input type="hidden" name="username" autocomplete="username" value="{{ sign_in.address }}">
  {{ row(form.password) }}
  {% if client.forgotten_leads_to == "recovery" %}
  {% set recovery = url_for("recovery.begin", back=sign_in.id, phone=sign_in.address | address) %}
  <p><a href="{{ recovery }}">{{ wording.forgotten }}</a></p>
  {% endif %}
{% endcall %}
{% if client.forgotten_leads_to == "code" %}{{ wish("forgotten", wording.forgotten, "leave") }}{% endif %}
{% if wording.advice %}<p class="soft">{{ wording.advice }}</p>{% endif %}
"""

    def done(self, sign_in: SignIn) -> bool:
        """Whether it is proven, forgotten, or not there."""
        return sign_in.password_proven or sign_in.forgotten or not sign_in.password_set

    def form(self, sign_in: SignIn) -> PasswordForm:
        """Makes the form."""
        return PasswordForm({"password": self.words(sign_in).field})

    def take(self, sign_in: SignIn, form: Any) -> None:
        """Proves the account by the password."""
        sign_ins.take_password(sign_in, form.password.data)


SCREEN = PasswordScreen()
