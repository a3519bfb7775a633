"""Whose VK ID it is: a number, and where the client allows it an e-mail address."""

from __future__ import annotations

from typing import Any

from flask import flash

from sim_server.domain import sign_ins
from sim_server.domain.phones import masked_phone
from sim_server.domain.sign_ins import EmailUnknown, wanted_person
from sim_server.vk_id.clients import Words
from sim_server.vk_id.forms import PhoneForm
from sim_server.vk_id.sign_in import SignIn, SignInScreen
from sim_server.web.forms import FORM_OUTDATED


class PhoneWords(Words):
    """Its captions."""

    title: str = "Вход в VK ID"
    field: str = "Телефон"
    agreement: str = (
        "Нажимая на «Продолжить», вы принимаете пользовательское соглашение "
        "и политику конфиденциальности сервиса"
    )
    proposal: str = "Войдите в VK ID, который вы привязали раньше: {name}"
    transferred_data: str = "Передаваемые данные"


class PhoneScreen(SignInScreen):
    """Comes first unless the browser remembers the person; its answer counts from an old page too."""

    wording = PhoneWords
    proves = True
    refusals = {
        EmailUnknown: ("phone", "С этой почтой нет VK ID. Проверьте адрес или введите номер телефона")
    }
    template = """
{% if proposed %}<p class="note">{{ wording.proposal.format(name=proposed) }}</p>{% endif %}
{% call press(wording.proceed) %}{{ row(form.phone) }}{% endcall %}
<p class="soft">{{ wording.agreement }}</p>
<details><summary>{{ wording.transferred_data }}</summary>
<ul>{% for item in client.transferred %}<li>{{ item }}</li>{% endfor %}</ul></details>
"""

    def done(self, sign_in: SignIn) -> bool:
        """Whether a number or an address was given."""
        return sign_in.given_address is not None

    def form(self, sign_in: SignIn) -> PhoneForm:
        """Makes the form; an address is sound where the client allows it."""
        labels = {"phone": self.words(sign_in).field}
        return PhoneForm(labels, email_allowed=sign_in.client.email_allowed)

    def take(self, sign_in: SignIn, form: Any) -> None:
        """Goes on with the VK ID of that number or address, or with a new one."""
        (sign_ins.take_email if form.is_email else sign_ins.take_phone)(sign_in, form.phone.data)

    def corrects(self, sign_in: SignIn, needed: Any) -> bool:
        """Whether the old page is not outdated: the number is asked anew then, even if this one is malformed."""
        form = self.form(sign_in)
        form.validate()
        if form.csrf_token.errors:
            flash(FORM_OUTDATED)
        return not form.csrf_token.errors

    def forget(self, sign_in: SignIn) -> None:
        """Forgets the number and all that was proven of it."""
        sign_ins.forget_person(sign_in)

    def shows(self, sign_in: SignIn) -> dict[str, Any]:
        """Returns whom the client would like to sign in: «Анна С., +7 199 ***-**-11», or nobody.

        Anybody can name a study profile to /authorize, so no more is told than its owner needs to recognise it.
        """
        wanted = wanted_person(sign_in)
        if wanted is None:
            return {}
        profile, phone = wanted
        number = masked_phone(phone).replace(" ", "\u00a0") if phone else ""  # on one line
        return {"proposed": f"{profile.short_name}, {number}" if number else profile.short_name}


SCREEN = PhoneScreen()
