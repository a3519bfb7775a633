"""Personal data for a new VK ID."""

from __future__ import annotations

from typing import Any

from sim_server.domain import sign_ins
from sim_server.vk_id.data_screen import DataScreen, DataWords
from sim_server.vk_id.sign_in import SignIn


class AccountDataWords(DataWords):
    """Its captions."""

    title: str = "Личные данные"


class AccountDataScreen(DataScreen):
    """Asks whoever has no VK ID."""

    wording = AccountDataWords

    def done(self, sign_in: SignIn) -> bool:
        """Whether they are given."""
        return sign_in.account_data is not None

    def take(self, sign_in: SignIn, form: Any) -> None:
        """Keeps them until the VK ID is made."""
        sign_ins.take_account_data(sign_in, form.particulars)


SCREEN = AccountDataScreen()
