"""The number of the VK ID whose password is forgotten."""

from __future__ import annotations

from typing import Any

from flask import request

from sim_server.domain import recoveries
from sim_server.domain.recoveries import NumberUnknown, Recovering
from sim_server.vk_id.forms import PhoneForm
from sim_server.vk_id.recovering import Step
from sim_server.vk_id.screen import Screen


class PhoneStep(Step):
    """Comes filled in with the number typed at the sign-in; may be corrected while the code is awaited."""

    refusals = {NumberUnknown: ("phone", "С этим номером нет VK ID. Проверьте номер")}
    template = """
<p>Введите номер телефона, который указали при регистрации: на него придёт код.</p>
{% call press("Продолжить") %}{{ row(form.phone) }}{% endcall %}
"""

    def done(self, case: Recovering) -> bool:
        """Whether a VK ID with that number is found."""
        return case.account is not None

    def form(self, case: Recovering) -> PhoneForm:
        """Makes the form."""
        return PhoneForm({"phone": "Телефон"}, data={"phone": request.args.get("phone", "")})

    def take(self, case: Recovering, form: Any) -> None:
        """Goes on with the VK ID of this number."""
        recoveries.take_phone(case, form.phone.data)

    def corrects(self, case: Recovering, needed: Screen[Recovering] | None) -> bool:
        """Whether the code for another number is awaited, and this one is sound."""
        return needed is not None and needed.name == "code" and self.form(case).validate()

    def forget(self, case: Recovering) -> None:
        """Forgets the other number."""
        recoveries.forget_account(case)


SCREEN = PhoneStep()
