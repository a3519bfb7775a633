"""The new password, by the rules that the instruction prints: the last step."""

from wtforms import BooleanField, PasswordField
from wtforms.validators import EqualTo, InputRequired

from sim_server.domain import recoveries
from sim_server.domain.passwords import PasswordUnfit
from sim_server.vk_id.recovering import RecoveryStep
from sim_server.web.forms import SiteForm


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


SCREEN = RecoveryStep(
    heading="Придумайте новый пароль",
    done=lambda case: case.over,
    form=lambda case, words: NewPasswordForm(),
    take=lambda case, form: recoveries.take_password(
        case, form.password.data, everywhere_else_out=form.everywhere_else_out.data
    ),
    refusals={
        PasswordUnfit: ("password", "{reason}"),
        recoveries.PasswordAsBefore: ("password", "Этот пароль у вас уже был. Придумайте другой"),
    },
    template="""
<p>Можно также использовать пароль, предложенный устройством</p>
{% call press("Продолжить") %}
  <input type="text" name="username" autocomplete="username" value="{{ case.phone }}" hidden>
  {{ row(form.password, "rules") }}
  <p class="soft" id="rules">Минимум 8 символов — заглавные и строчные буквы, цифры и спецсимволы
   <span class="unbroken">(! " # $ % ' () *)</span></p>
  {{ row(form.repeated) }}
  <p class="tick">{{ form.everywhere_else_out() }} {{ form.everywhere_else_out.label }}</p>
{% endcall %}
""",
)
