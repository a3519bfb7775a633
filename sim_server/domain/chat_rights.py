"""Who may do what in a chat: the rules of `chat_rights.toml`, asked for one person."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict

UNLINKED, PAGE = "unlinked", "page"
Role = Literal["teacher", "parent", "pupil", "unlinked", "page"]


class NotAllowed(Exception):
    """This person may not do that in this chat."""


class Kind(BaseModel):
    """One kind of chat: for each thing to do, the roles that may."""

    model_config = ConfigDict(frozen=True, extra="forbid")

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


class ChatRights(BaseModel):
    """The whole table."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    assumed: tuple[str, ...]
    chats: dict[str, Kind]
    makes: dict[Role, str]

    def of(self, kind: str, roles: Collection[str]) -> May:
        """What somebody with these roles may do in a chat of that kind; one role that may is enough."""
        chat, own = self.chats[kind], set(roles)
        return May(
            add=not own.isdisjoint(chat.add),
            write=not own.isdisjoint(chat.write),
            call=not own.isdisjoint(chat.call),
            lesson=not own.isdisjoint(chat.lesson),
            attend=not own.isdisjoint(chat.attend),
            leave=not own.isdisjoint(chat.leave),
            silent=chat.silent,
        )

    def admits(self, kind: str, roles: Collection[str]) -> bool:
        """Whether somebody with these roles can be brought into a chat of that kind."""
        return not set(roles).isdisjoint(self.chats[kind].members)

    def made_by(self, roles: Collection[str]) -> str | None:
        """The kind of chat that somebody with these roles makes; none if they make no chats."""
        return next((kind for role, kind in self.makes.items() if role in roles), None)


CHAT_RIGHTS = ChatRights.model_validate(
    tomllib.loads((files(__package__) / "chat_rights.toml").read_text(encoding="utf-8"))
)
