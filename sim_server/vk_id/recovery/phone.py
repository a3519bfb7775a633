"""The number, as it was typed at the sign-in; it may be corrected while the code for another is awaited."""

from flask import request

from sim_server.domain import recoveries
from sim_server.domain.recoveries import Recovering
from sim_server.vk_id.forms import PhoneForm
from sim_server.vk_id.recovering import RecoveryStep


def _form(_case: Recovering, _words: object = None) -> PhoneForm:
    return PhoneForm({"phone": "Телефон"}, data={"phone": request.args.get("phone", "")})


SCREEN = RecoveryStep(
    done=lambda case: case.account is not None,
    form=_form,
    take=lambda case, form: recoveries.take_phone(case, form.phone.data),
    refusals={recoveries.NumberUnknown: ("phone", "С этим номером нет VK ID. Проверьте номер")},
    corrects=lambda case, needed: needed.name == "code" and _form(case).validate(),
    forget=recoveries.forget_account,
    template="""
<p>Введите номер телефона, который указали при регистрации: на него придёт код.</p>
{% call press("Продолжить") %}{{ row(form.phone) }}{% endcall %}
""",
)
