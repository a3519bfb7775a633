"""Whether the account that the number belongs to is the person's."""

from __future__ import annotations

from typing import Any

from sim_server.domain.phones import masked_phone
from sim_server.domain.recoveries import Recovering
from sim_server.vk_id.recovering import Step


class AccountStep(Step):
    """Shows the name, and of number and address no more than their owner needs to recognise them."""

    heading = "Проверка аккаунта"
    template = """
<p>Проверьте, правильный ли выбран аккаунт для восстановления.</p>
{{ person(case.account.full_name, hidden_phone, hidden_email) }}
{{ press("Продолжить") }}
<div class="actions">{{ wish("other_account", "Это не мой аккаунт") }}</div>
"""

    def shows(self, case: Recovering) -> dict[str, Any]:
        """Returns the hidden number."""
        return {
            "hidden_phone": masked_phone(case.account.phone) if case.account and case.account.phone else ""
        }


SCREEN = AccountStep()
