"""The code that was sent to the phone or the e-mail address."""

from __future__ import annotations

from typing import Any

from sim_server.domain import sign_ins
from sim_server.domain.codes import Channel, last_channel, resend_in
from sim_server.domain.letters import is_email
from sim_server.vk_id.clients import Words
from sim_server.vk_id.forms import CodeForm
from sim_server.vk_id.refusals import CODE_REFUSALS
from sim_server.vk_id.sign_in import SignIn, SignInScreen


class CodeWords(Words):
    """Its captions."""

    title: str = "Подтвердите вход"
    field: str = "Введите код"
    line_sms: str = "SMS с кодом отправлено на телефон {phone}"
    line_call: str = "Мы звоним на телефон {phone}. Отвечать не нужно: код — последние 4 цифры номера"
    line_letter: str = "Мы отправили код на почту {phone}"
    button: str = "Продолжить"
    resend_countdown: str = "Отправить SMS через {left}"
    resend: str = "Отправить SMS"
    resend_letter_countdown: str = "Отправить код повторно {left}"
    resend_letter: str = "Отправить код повторно"
    call: str = "Позвонить"
    change_phone: str = "Изменить номер телефона"
    change_email: str = "Изменить адрес почты"


class CodeScreen(SignInScreen):
    """Asks everybody for the code."""

    wording = CodeWords
    proves = True
    sends_code = True
    refusals = CODE_REFUSALS
    template = """
<p>{{ told(wording["line_" ~ channel], sign_in.address) }}</p>
{% call press(wording.button) %}{{ row(form.code) }}{% endcall %}
{% set again = own ~ "/resend/" %}
{% if by_letter %}
{{ resend(plain, seconds_left, wording.resend_letter_countdown, {again ~ "letter": wording.resend_letter}) }}
{% else %}
{% set captions = {again ~ "sms": wording.resend, again ~ "call": wording.call} %}
{{ resend(plain, seconds_left, wording.resend_countdown, captions) }}
{% endif %}
<div class="actions">{{ wish("forget", wording.change_email if by_letter else wording.change_phone) }}</div>
"""

    def done(self, sign_in: SignIn) -> bool:
        """Whether the phone or the address is proven."""
        return sign_in.phone_proven

    def form(self, sign_in: SignIn) -> CodeForm:
        """Makes the form."""
        return CodeForm({"code": self.words(sign_in).field})

    def take(self, sign_in: SignIn, form: Any) -> None:
        """Proves the phone or the address by the code."""
        sign_ins.take_code(sign_in, form.code.data)

    def send(self, sign_in: SignIn) -> None:
        """Sends the code by SMS, or by letter if it is for an address."""
        sign_ins.send_sign_in_code(sign_in, Channel.SMS)

    def shows(self, sign_in: SignIn) -> dict[str, Any]:
        """Returns how the last code went, and how long until another may be sent."""
        sent = sign_in.world, sign_in.purpose, sign_in.address
        return {
            "channel": last_channel(*sent) or Channel.SMS,
            "by_letter": is_email(sign_in.address),
            "seconds_left": resend_in(*sent),
        }


SCREEN = CodeScreen()
