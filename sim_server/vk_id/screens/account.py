"""Whether to go on with the VK ID that the browser remembers."""

from __future__ import annotations

from sim_server.vk_id.clients import Words
from sim_server.vk_id.sign_in import SignIn, SignInScreen


class AccountWords(Words):
    """Its captions."""

    title: str = "Вход с VK ID"
    button: str = "Продолжить как {name}"


class AccountScreen(SignInScreen):
    """Shows who would sign in."""

    wording = AccountWords
    template = """
{{ person(sign_in.account.full_name, sign_in.address | address) }}
{{ press(wording.button.format(name=sign_in.account.first_name)) }}
{{ wish("forget", wording.other_account, "leave") }}
"""

    def done(self, sign_in: SignIn) -> bool:
        """Whether the person has agreed to be this one, maybe at the choice of the study profile."""
        return not {self.name, "choice"}.isdisjoint(sign_in.answers)


SCREEN = AccountScreen()
