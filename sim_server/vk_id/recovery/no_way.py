"""What to do if there is no access to the mail, and nothing else proves the account."""

from __future__ import annotations

from typing import Any

from sim_server.domain import recoveries
from sim_server.domain.recoveries import Recovering, Way
from sim_server.vk_id.recovering import Step


class NoWayStep(Step):
    """Leads back to the choice of a way."""

    heading = "Другого способа нет"
    template = """
<p>Подтвердить этот аккаунт можно только кодом из письма на {{ hidden_email }}. Пароль остался прежним.</p>
<p>Верните себе доступ к почте: это делают на сайте, где она заведена. Потом начните восстановление сначала.</p>
{{ press("Вернуться к выбору способа") }}
"""

    def done(self, case: Recovering) -> bool:
        """Whether there is access, or another way."""
        return not case.mail_lost or case.ways != (Way.MAIL,)

    def take(self, case: Recovering, form: Any) -> None:
        """Lets the way be chosen again."""
        recoveries.forget_way(case)


SCREEN = NoWayStep()
