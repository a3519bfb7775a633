"""The code that was sent to the number."""

from __future__ import annotations

from typing import Any

from sim_server.domain import recoveries
from sim_server.domain.recoveries import Recovering
from sim_server.vk_id.forms import CodeForm
from sim_server.vk_id.recovering import Step
from sim_server.vk_id.refusals import CODE_REFUSALS
from sim_server.vk_id.screens.code import CodeWords


class CodeStep(Step):
    """Speaks in the words of the sign-in; no call is offered, for the instruction names the SMS alone."""

    heading = "Код подтверждения"
    sends_code = True
    refusals = CODE_REFUSALS
    template = """
<p>{{ told(words.line_sms, case.phone) }}</p>
{% call press("Продолжить") %}{{ row(form.code) }}{% endcall %}
{{ resend(plain, seconds_left, words.resend_countdown, {own ~ "/resend": words.resend}) }}
<div class="actions">{{ wish("other_account", words.change_phone) }}</div>
"""

    def done(self, case: Recovering) -> bool:
        """Whether the number is proven."""
        return case.phone_proven

    def form(self, case: Recovering) -> CodeForm:
        """Makes the form."""
        return CodeForm({"code": CodeWords().field})

    def take(self, case: Recovering, form: Any) -> None:
        """Proves the number."""
        recoveries.take_sms_code(case, form.code.data)

    def shows(self, case: Recovering) -> dict[str, Any]:
        """Returns the words of the sign-in."""
        return {"words": CodeWords()}


SCREEN = CodeStep()
