"""The consent to the linking, with the name that the study profile will have."""

from sim_server.vk_id.sign_in import SignInScreen

SCREEN = SignInScreen(
    words={
        "title": "Добавление профиля Сферум",
        "line": "Учётная запись журнала будет привязана к учебному профилю Сферум в VK Мессенджере",
        "button": "Привязать",
    },
    template="""
<p>{{ wording.line }}</p>
{% set data = sign_in.profile_data %}
<p class="person">{{ data.last_name }} {{ data.first_name }} {{ data.middle_name }}</p>
{{ press(wording.button) }}
""",
)
