"""Who may do what in a chat: the rules of `chat_rights.toml`, asked for one person."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sim_server.toml_file import Table

UNLINKED, PAGE = "unlinked", "page"
Role = Literal["teacher", "parent", "pupil", "unlinked", "page"]


class NotAllowed(Exception):
    """This person may not do that in this chat."""


class ChatKind(Table):
    """One kind of chat: for each thing to do, the roles that may."""

    members: tuple[Role, ...]
    add: tuple[Role, ...]
    write: tuple[Role, ...]
    call: tuple[Role, ...]
    lesson: tuple[Role, ...]
    attend: tuple[Role, ...]
    leave: tuple[Role, ...]
    silent: str = "Писать в этот чат вы не можете."


@dataclass(frozen=True)
class May:
    """What one person may do in one chat."""

    add: bool
    write: bool
    call: bool
    lesson: bool
    attend: bool
    leave: bool
    silent: str


class ChatRights(Table):
    """The whole table."""

    assumed: tuple[str, ...]
    chats: dict[str, ChatKind]
    makes: dict[Role, str]

    def of(self, kind: str, roles: Collection[str]) -> May:
        """What somebody with these roles may do in a chat of that kind; one role that may is enough."""
        chat, own = self.chats[kind], set(roles)
        things = ("add", "write", "call", "lesson", "attend", "leave")
        return May(**{one: not own.isdisjoint(getattr(chat, one)) for one in things}, silent=chat.silent)

    def admits(self, kind: str, roles: Collection[str]) -> bool:
        """Whether somebody with these roles can be brought into a chat of that kind."""
        return not set(roles).isdisjoint(self.chats[kind].members)

    def made_by(self, roles: Collection[str]) -> str | None:
        """The kind of chat that somebody with these roles makes; none if they make no chats."""
        return next((kind for role, kind in self.makes.items() if role in roles), None)


CHAT_RIGHTS = ChatRights.from_file(Path(__file__).with_name("chat_rights.toml"))
