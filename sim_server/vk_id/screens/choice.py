"""Whether to go on in the study profile that is there."""

from __future__ import annotations

from sim_server.vk_id.clients import Words
from sim_server.vk_id.sign_in import SignInScreen


class ChoiceWords(Words):
    """Its captions."""

    title: str = "Выберите учебный профиль"
    line: str = ""
    button: str = "Продолжить в учебном профиле"


class ChoiceScreen(SignInScreen):
    """Shows the study profile."""

    wording = ChoiceWords
    template = """
{% if wording.line %}<p>{{ wording.line }}</p>{% endif %}
<p class="person">{{ sign_in.profile.full_name }}</p>
{{ press(wording.button) }}
{{ wish("forget", wording.other_account, "leave") }}
"""


SCREEN = ChoiceScreen()
