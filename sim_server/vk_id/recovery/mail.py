"""The way by mail: a code that was sent there."""

from __future__ import annotations

from typing import Any

from sim_server.domain import recoveries
from sim_server.domain.recoveries import Recovering
from sim_server.vk_id.forms import CodeForm
from sim_server.vk_id.proving_step import ProvingStep
from sim_server.vk_id.refusals import CODE_REFUSALS
from sim_server.vk_id.screens.code import CodeWords


class MailStep(ProvingStep):
    """Who has no access to the mail chooses again."""

    heading = "Введите код из письма"
    sends_code = True
    refusals = CODE_REFUSALS
    template = """
<p>Мы отправили код на почту {{ hidden_email }}</p>
{% call press("Подтвердить") %}{{ row(form.code) }}{% endcall %}
{{ resend(plain, seconds_left, words.resend_letter_countdown, {own ~ "/resend": words.resend_letter}) }}
<div class="actions">{{ wish("no_mail", "У меня нет доступа к почте") }}</div>
"""

    def form(self, case: Recovering) -> CodeForm:
        """Makes the form."""
        return CodeForm({"code": "Введите код из письма"})

    def take(self, case: Recovering, form: Any) -> None:
        """Proves the account by the code."""
        recoveries.take_letter_code(case, form.code.data)

    def shows(self, case: Recovering) -> dict[str, Any]:
        """Returns the words of the sign-in."""
        return {"words": CodeWords()}


SCREEN = MailStep()
