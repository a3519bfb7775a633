"""The way by the generator app: a code that it shows."""

from __future__ import annotations

from typing import Any

from sim_server.domain import recoveries
from sim_server.domain.app_codes import AppCodeExpired, AppCodesSpent, AppCodeUsed
from sim_server.domain.recoveries import Recovering
from sim_server.vk_id.forms import CodeForm
from sim_server.vk_id.proving_step import ProvingStep
from sim_server.vk_id.refusals import CODE_REFUSALS


class AppStep(ProvingStep):
    """Asks for the code of this half minute."""

    heading = "Введите код из приложения"
    refusals = {
        **CODE_REFUSALS,
        AppCodeExpired: (
            "code",
            "Срок действия кода истёк. Введите код, который приложение показывает сейчас",
        ),
        AppCodeUsed: ("code", "Этот код уже использован. Дождитесь следующего"),
        AppCodesSpent: (
            "code",
            "Слишком много неверных кодов. "
            "Выберите другой способ или нажмите «Отмена» и начните восстановление сначала",
        ),
    }
    template = """
<p>Откройте приложение-генератор кодов и введите шесть цифр, которые оно показывает.</p>
{% call press("Подтвердить") %}{{ row(form.code) }}{% endcall %}
<div class="actions">{{ wish("other_way", "Выбрать другой способ") }}</div>
"""

    def form(self, case: Recovering) -> CodeForm:
        """Makes the form."""
        return CodeForm({"code": "Введите код из приложения"})

    def take(self, case: Recovering, form: Any) -> None:
        """Proves the account by the code."""
        recoveries.take_app_code(case, form.code.data)


SCREEN = AppStep()
