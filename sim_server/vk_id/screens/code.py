"""The code that was sent to the phone or the e-mail address."""

from typing import Any

from sim_server.domain import sign_ins
from sim_server.domain.codes import Channel, last_channel, resend_in
from sim_server.domain.emails import is_email
from sim_server.vk_id.forms import CODE_REFUSALS, CODE_WORDS, CodeForm
from sim_server.vk_id.sign_in import SignIn, SignInScreen


def _sent(sign_in: SignIn) -> dict[str, Any]:
    """How the last code went, and how long until another may be sent."""
    where = sign_in.world, sign_in.purpose, sign_in.address
    return {
        "channel": last_channel(*where) or Channel.SMS,
        "by_letter": is_email(sign_in.address),
        "seconds_left": resend_in(*where),
    }


SCREEN = SignInScreen(
    words=CODE_WORDS,
    proves=True,
    opens=True,
    done=lambda sign_in: sign_in.phone_proven,
    form=lambda sign_in, words: CodeForm(words),
    take=lambda sign_in, form: sign_ins.take_code(sign_in, form.code.data),
    refusals=CODE_REFUSALS,
    send=lambda sign_in: sign_ins.send_sign_in_code(sign_in, Channel.SMS),
    shows=_sent,
    template="""
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
""",
)
