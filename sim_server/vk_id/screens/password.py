"""The password, if there is one; forgotten, it is recovered or a code stands in for it, as the client has it."""

from wtforms import PasswordField
from wtforms.validators import InputRequired

from sim_server.domain import sign_ins
from sim_server.domain.sign_ins import Situation
from sim_server.domain.vk_accounts import PasswordWrong, SignInLocked
from sim_server.vk_id.forms import LabelledForm
from sim_server.vk_id.sign_in import SignInScreen


class PasswordForm(LabelledForm):
    """The VK ID's password."""

    password = PasswordField(
        validators=[InputRequired("Введите пароль")], render_kw={"autocomplete": "current-password"}
    )


SCREEN = SignInScreen(
    for_whom=frozenset(Situation) - {Situation.WITHOUT_VK_ID},
    words={
        "title": "Введите пароль",
        "line": "Используйте пароль, указанный при регистрации с телефоном {phone}",
        "line_email": "Используйте пароль, указанный при регистрации с почтой {phone}",
        "password": "Введите пароль",
        "advice": "",
        "forgotten": "Забыли или не установили пароль?",
    },
    proves=True,
    opens=True,
    done=lambda sign_in: sign_in.password_proven or sign_in.forgotten or not sign_in.password_set,
    form=lambda sign_in, words: PasswordForm(words),
    take=lambda sign_in, form: sign_ins.take_password(sign_in, form.password.data),
    refusals={
        PasswordWrong: ("password", "Неверный пароль"),
        SignInLocked: (  # the instruction's words
            "password",
            "Произведено слишком много попыток входа в этот аккаунт по паролю. "
            "Воспользуйтесь другим способом входа или попробуйте через несколько часов.",
        ),
    },
    template="""
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
""",
)
