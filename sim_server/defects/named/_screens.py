"""Defects of what is shown at VK ID, in which order and in which words: what many of them replace alike."""

from collections.abc import Sequence
from typing import Any

from sim_server.defects.seams import FunctionSeam, function


def shown(client: str, situation: str, *screens: str) -> FunctionSeam:
    """Let that client's people in that situation walk through these screens."""

    def order(real: Any, sign_ins: Any, sign_in: Any) -> Sequence[str]:
        here = (sign_in.client.id, sign_in.situation) == (client, situation)
        found: Sequence[str] = screens if here else real(sign_ins, sign_in)
        return found

    return function("sim_server.vk_id.sign_in:SignIns.order", order)


def recovered(*steps: str) -> FunctionSeam:
    """Let every recovery go through these steps."""
    return function("sim_server.vk_id.recovering:Recoveries.order", lambda real, recoveries, case: steps)


def without_way(way: str) -> FunctionSeam:
    """Let no account be proven in that way."""
    return function(
        "sim_server.domain.recoveries:Recovering.ways",
        lambda real, case: tuple(one for one in real(case) if one != way),
    )


def words(screen: str, **texts: str) -> FunctionSeam:
    """Let that screen say these things otherwise, whoever asks for it."""

    def said(real: Any, client: Any, name: str, situation: Any) -> dict[str, str]:
        return {**real(client, name, situation), **(texts if name == screen else {})}

    return function("sim_server.vk_id.clients:Client.words", said)
