"""The code for whom the password has not proven: it has none, or it is forgotten."""

from __future__ import annotations

from sim_server.vk_id.screens.code import CodeScreen
from sim_server.vk_id.sign_in import SignIn


class CodeInsteadScreen(CodeScreen):
    """The same screen as after the password, in the same words."""

    worded_as = "code"

    def done(self, sign_in: SignIn) -> bool:
        """Whether code or password has proven the person."""
        return sign_in.phone_proven or sign_in.password_proven


SCREEN = CodeInsteadScreen()
