"""Whether to go on with the VK ID that the browser remembers; who has made the choice has seen that there."""

from sim_server.domain.sign_ins import Situation
from sim_server.vk_id.sign_in import SignInScreen

SCREEN = SignInScreen(
    for_whom=frozenset(Situation) - {Situation.WITHOUT_VK_ID},
    words={"title": "Вход с VK ID", "button": "Продолжить как {name}"},
    done=lambda sign_in: not {"account", "choice"}.isdisjoint(sign_in.answers),
    template="""
{{ person(sign_in.account.full_name, sign_in.address | address) }}
{{ press(wording.button.format(name=sign_in.account.first_name)) }}
{{ wish("forget", wording.other_account, "leave") }}
""",
)
