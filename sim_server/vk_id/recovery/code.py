"""The code that was sent to the number, in the sign-in's words; no call: the instruction names the SMS alone."""

from sim_server.domain import recoveries
from sim_server.vk_id.forms import CODE_REFUSALS, CodeForm
from sim_server.vk_id.recovering import RecoveryStep

SCREEN = RecoveryStep(
    heading="Код подтверждения",
    opens=True,
    done=lambda case: case.phone_proven,
    form=lambda case, words: CodeForm(words),
    take=lambda case, form: recoveries.take_sms_code(case, form.code.data),
    refusals=CODE_REFUSALS,
    send=recoveries.send_awaited,
    template="""
<p>{{ told(wording.line_sms, case.phone) }}</p>
{% call press("Продолжить") %}{{ row(form.code) }}{% endcall %}
{{ resend(plain, seconds_left, wording.resend_countdown, {own ~ "/resend": wording.resend}) }}
<div class="actions">{{ wish("other_account", wording.change_phone) }}</div>
""",
)
