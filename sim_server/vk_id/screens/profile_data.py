"""Personal data for the study profile."""

from __future__ import annotations

from typing import Any

from sim_server.domain import sign_ins
from sim_server.vk_id.data_screen import DataScreen, DataWords
from sim_server.vk_id.sign_in import SignIn


class ProfileDataWords(DataWords):
    """Its captions."""

    title: str = "Информация о себе"


class ProfileDataScreen(DataScreen):
    """Asks for a new study profile, or lets an old one be checked."""

    wording = ProfileDataWords

    def done(self, sign_in: SignIn) -> bool:
        """Whether they are given."""
        return sign_in.profile_data is not None

    def take(self, sign_in: SignIn, form: Any) -> None:
        """Keeps them until the study profile is made or linked."""
        sign_ins.take_profile_data(sign_in, form.particulars)

    def known(self, sign_in: SignIn) -> dict[str, object]:
        """Returns the study profile's particulars, or, if the client wants it, the VK ID's."""
        known = sign_in.profile or (sign_in.account if sign_in.client.offers_vk_data else None)
        return known.particulars if known else {}


SCREEN = ProfileDataScreen()
