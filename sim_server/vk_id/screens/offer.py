"""The offer of a study profile to whoever has none, and for which VK ID it would be, if that is there already."""

from sim_server.domain.sign_ins import Situation
from sim_server.vk_id.sign_in import SignInScreen

SCREEN = SignInScreen(
    for_whom=frozenset(Situation) - {Situation.WITH_PROFILE, Situation.REMEMBERED_WITH_PROFILE},
    words={"title": "Создание учебного профиля", "button": "Создать учебный профиль"},
    template="""
{% if sign_in.account %}{{ person(sign_in.account.full_name, sign_in.address | address) }}{% endif %}
{{ press(wording.button) }}
{% if sign_in.account %}{{ wish("forget", wording.other_account, "leave") }}{% endif %}
""",
)
