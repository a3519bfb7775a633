"""Defects of the sites that one enters with a VK ID: what several of them replace alike."""

from typing import Any

from sim_server.defects.seams import FunctionSeam, function
from sim_server.vk_sign_in import SignInFailed


def refusing(client: str) -> FunctionSeam:
    """Let that service take nobody back from VK ID."""

    def refuse(real: Any, sign_in: Any, subject: str, query: Any) -> Any:
        if sign_in.client.id == client:
            raise SignInFailed
        return real(sign_in, subject, query)

    return function("sim_server.vk_sign_in:VkSignIn.complete", refuse)
