"""Defects of the chats that linking makes, and of what one may do there: what many of them replace alike."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sim_server.defects.seams import FunctionSeam, function


def without_chat(key: str, journal: str = "") -> FunctionSeam:
    """Let linking make no chat of that key, in that journal or in any."""

    def others(real: Any, session: Any, world: Any, account: Any, rules: Any) -> Iterator[int]:
        kept = [one for one in rules if one.key != key or journal not in ("", account.journal)]
        yield from real(session, world, account, kept)

    return function("sim_server.domain.chats:_automatic_chats", others)


def allowed(kind: str = "", role: str = "", **things: bool) -> FunctionSeam:
    """Let people do these things, or not: in chats of that kind or in any, those of that role or all."""

    def may(real: Any, rights: Any, chat: str, roles: Any) -> Any:
        here = kind in ("", chat) and (not role or role in roles)
        return replace(real(rights, chat, roles), **things) if here else real(rights, chat, roles)

    return function("sim_server.domain.chat_rights:ChatRights.of", may)
