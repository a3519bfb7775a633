"""The offer of a study profile to whoever has none."""

from __future__ import annotations

from sim_server.vk_id.clients import Words
from sim_server.vk_id.sign_in import SignInScreen


class OfferWords(Words):
    """Its captions."""

    title: str = "Создание учебного профиля"
    button: str = "Создать учебный профиль"


class OfferScreen(SignInScreen):
    """Shows for which VK ID it would be, if that is there already."""

    wording = OfferWords
    template = """
{% if sign_in.account %}{{ person(sign_in.account.full_name, sign_in.address | address) }}{% endif %}
{{ press(wording.button) }}
{% if sign_in.account %}{{ wish("forget", wording.other_account, "leave") }}{% endif %}
"""


SCREEN = OfferScreen()
