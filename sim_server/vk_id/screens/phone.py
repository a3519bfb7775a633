"""Whose VK ID it is: a number, and where the client allows it an address. It may be corrected from an old page."""

from typing import Any

from flask import flash

from sim_server.domain import sign_ins
from sim_server.domain.hints import wanted_person
from sim_server.domain.phones import masked_phone
from sim_server.vk_id.clients import Words
from sim_server.vk_id.forms import PhoneForm
from sim_server.vk_id.journeys import UNKNOWN
from sim_server.vk_id.sign_in import SignIn, SignInScreen
from sim_server.web.forms import FORM_OUTDATED


def _form(sign_in: SignIn, words: Words) -> PhoneForm:
    return PhoneForm(words, email_allowed=sign_in.client.email_allowed)


def _is_of_today(sign_in: SignIn, _needed: Any) -> bool:
    """Whether the old page is not outdated: the number is asked anew then, even if this one is malformed."""
    form = _form(sign_in, {})
    form.validate()
    if form.csrf_token.errors:
        flash(FORM_OUTDATED)
    return not form.csrf_token.errors


def _proposed(sign_in: SignIn) -> dict[str, str]:
    """Whom the client would like to sign in: «Анна С., +7 199 ***-**-11», or nobody.

    Anybody can name a study profile to /authorize, so no more is told than its owner needs to recognise it.
    """
    wanted = wanted_person(sign_in)
    if wanted is None:
        return {}
    profile, phone = wanted
    number = masked_phone(phone).replace(" ", "\u00a0") if phone else ""  # on one line
    return {"proposed": f"{profile.short_name}, {number}" if number else profile.short_name}


SCREEN = SignInScreen(
    words={
        "title": "Вход в VK ID",
        "phone": "Телефон",
        "agreement": (
            "Нажимая на «Продолжить», вы принимаете пользовательское соглашение "
            "и политику конфиденциальности сервиса"
        ),
        "proposal": "Войдите в VK ID, который вы привязали раньше: {name}",
        "transferred_data": "Передаваемые данные",
    },
    proves=True,
    for_whom=frozenset(UNKNOWN),
    done=lambda sign_in: sign_in.given_address is not None,
    form=_form,
    take=lambda sign_in, form: (sign_ins.take_email if form.is_email else sign_ins.take_phone)(
        sign_in, form.phone.data
    ),
    refusals={
        sign_ins.EmailUnknown: (
            "phone",
            "С этой почтой нет VK ID. Проверьте адрес или введите номер телефона",
        )
    },
    corrects=_is_of_today,
    forget=sign_ins.forget_person,
    shows=_proposed,
    template="""
{% if proposed %}<p class="note">{{ wording.proposal.format(name=proposed) }}</p>{% endif %}
{% call press(wording.proceed) %}{{ row(form.phone) }}{% endcall %}
<p class="soft">{{ wording.agreement }}</p>
<details><summary>{{ wording.transferred_data }}</summary>
<ul>{% for item in client.transferred %}<li>{{ item }}</li>{% endfor %}</ul></details>
""",
)
