"""What a client of somebody's own will learn, and whether it may; who has allowed as much is not asked. Assumed."""

from typing import Any

from sim_server.domain.consents import has_consented
from sim_server.vk_id import scopes
from sim_server.vk_id.sign_in import SignIn, SignInScreen

ASKS_AGAIN = "consent"  # a `prompt`
TOLD = {
    scopes.PERSONAL: "Имя, фамилия, дата рождения и пол",
    scopes.PHONE: "Номер телефона",
    scopes.EMAIL: "Адрес почты",
}


def _is_given(sign_in: SignIn) -> bool:
    if "permission" in sign_in.answers:
        return True
    if sign_in.account is None or ASKS_AGAIN in sign_in.prompts:
        return False
    return has_consented(sign_in.world, sign_in.account.id, sign_in.client.id, sign_in.scope)


def _told(sign_in: SignIn) -> dict[str, Any]:
    return {"rights": [words for right, words in TOLD.items() if scopes.opens(sign_in.scope, right)]}


SCREEN = SignInScreen(
    words={
        "title": "Доступ к данным",
        "line": "Сервис получит:",
        "button": "Разрешить",
    },
    done=_is_given,
    shows=_told,
    template="""
<p>{{ client.service_name }}</p>
<p class="soft">{{ wording.line }}</p>
<ul>{% for item in rights %}<li>{{ item }}</li>{% endfor %}</ul>
{{ press(wording.button) }}
""",
)
