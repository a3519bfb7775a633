"""The consent to the linking, with the name that the study profile will have."""

from __future__ import annotations

from sim_server.vk_id.clients import Words
from sim_server.vk_id.sign_in import SignInScreen


class ConsentWords(Words):
    """Its captions."""

    title: str = "Добавление профиля Сферум"
    line: str = "Учётная запись журнала будет привязана к учебному профилю Сферум в VK Мессенджере"
    button: str = "Привязать"


class ConsentScreen(SignInScreen):
    """Asks for the last press."""

    wording = ConsentWords
    template = """
<p>{{ wording.line }}</p>
{% set data = sign_in.profile_data %}
<p class="person">{{ data.last_name }} {{ data.first_name }} {{ data.middle_name }}</p>
{{ press(wording.button) }}
"""


SCREEN = ConsentScreen()
