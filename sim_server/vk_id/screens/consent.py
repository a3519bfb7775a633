"""The consent to the linking, with the name that the study profile will have, as far as that is known by then."""

from sim_server.vk_id.sign_in import SignInScreen

SCREEN = SignInScreen(
    words={
        "title": "Добавление профиля Сферум",
        "line": "Учётная запись журнала будет привязана к учебному профилю Сферум в VK Мессенджере",
        "button": "Привязать",
    },
    template="""
<p>{{ wording.line }}</p>
{% set data = sign_in.profile_data or sign_in.profile or sign_in.account %}
{% if data %}<p class="person">{{ data.last_name }} {{ data.first_name }} {{ data.middle_name }}</p>{% endif %}
{{ press(wording.button) }}
""",
)
