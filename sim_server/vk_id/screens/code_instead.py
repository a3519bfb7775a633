"""The screen of the code, in its words, for whom the password has not proven: it has none, or it is forgotten."""

from dataclasses import replace

from sim_server.vk_id.screens import code

SCREEN = replace(
    code.SCREEN,
    worded_as="code",
    follows="password",
    done=lambda sign_in: sign_in.phone_proven or sign_in.password_proven,
)
