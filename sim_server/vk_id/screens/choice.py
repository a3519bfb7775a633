"""Whether to go on in the study profile that is there."""

from sim_server.domain.sign_ins import Situation
from sim_server.vk_id.sign_in import SignInScreen

SCREEN = SignInScreen(
    for_whom=frozenset({Situation.WITH_PROFILE, Situation.REMEMBERED_WITH_PROFILE}),
    words={
        "title": "Выберите учебный профиль",
        "line": "",
        "button": "Продолжить в учебном профиле",
    },
    template="""
{% if wording.line %}<p>{{ wording.line }}</p>{% endif %}
<p class="person">{{ sign_in.profile.full_name }}</p>
{{ press(wording.button) }}
{{ wish("forget", wording.other_account, "leave") }}
""",
)
