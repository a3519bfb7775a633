"""The way by mail: a code that was sent there."""

from sim_server.domain import recoveries
from sim_server.vk_id.forms import CODE_REFUSALS, CodeForm
from sim_server.vk_id.recovering import RecoveryStep, is_passed

SCREEN = RecoveryStep(
    heading="Введите код из письма",
    proves_way=True,
    opens=True,
    done=is_passed(recoveries.Way.MAIL),
    form=lambda case, words: CodeForm({"code": "Введите код из письма"}),
    take=lambda case, form: recoveries.take_letter_code(case, form.code.data),
    refusals=CODE_REFUSALS,
    send=recoveries.send_awaited,
    template="""
<p>Мы отправили код на почту {{ hidden_email }}</p>
{% call press("Подтвердить") %}{{ row(form.code) }}{% endcall %}
{{ resend(plain, seconds_left, wording.resend_letter_countdown, {own ~ "/resend": wording.resend_letter}) }}
<div class="actions">{{ wish("no_mail", "У меня нет доступа к почте") }}</div>
""",
)
