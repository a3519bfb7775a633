"""The parts of a page that change by themselves: each has a state, so that an open page asks only for what differs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from zlib import crc32

from flask import render_template

from sim_server.domain.calls import Call, may_join, participants_of, running_call
from sim_server.domain.chat_rights import CHAT_RIGHTS
from sim_server.domain.chat_roles import Membership, roles_of
from sim_server.domain.chats import list_chats
from sim_server.domain.limits import LIMITS
from sim_server.messenger.forms import MessageForm
from sim_server.messenger.guard import Visitor
from sim_server.web.forms import SiteForm
from sim_server.web.site import current_world


@dataclass(frozen=True)
class Part:
    """One such part: `messenger/parts/<name>.html` with its values; equal states look equal."""

    name: str
    state: str
    values: dict[str, Any] = field(repr=False)

    def __html__(self) -> str:
        """What a template shows for it."""
        return render_template(f"messenger/parts/{self.name}.html", state=self.state, **self.values)


def chats_part(visitor: Visitor, open_chat: int | None) -> Part:
    """The person's chats with what is unread, and whether they may make one."""
    world, user = current_world(), visitor.user
    chats, roles = list_chats(world, user.id), roles_of(world, user)
    makes = CHAT_RIGHTS.made_by(roles) is not None
    state = _state(open_chat, chats, makes)
    return Part("chats", state, {"chats": chats, "open_chat": open_chat, "makes": makes, "user": user})


def call_part(member: Membership) -> Part:
    """What goes on in the chat, and what the member can begin or join there."""
    call = running_call(current_world(), member.chat)
    joins = call is not None and may_join(member.may, call.kind)
    values = {"chat": member.chat, "call": call, "joins": joins, "may": member.may, "form": SiteForm()}
    return Part("call", _state(call and call.id, member.may), values)


def write_part(member: Membership, form: MessageForm) -> Part:
    """Where the member writes, or why they do not."""
    values = {"chat": member.chat, "may": member.may, "form": form}
    return Part("write", _state(member.may.write, member.may.silent), values)


def people_part(call: Call) -> Part:
    """Who is in the call."""
    people = participants_of(current_world(), call)
    return Part("people", _state([one.id for one in people]), {"people": people})


def show(
    visitor: Visitor, template: str, *, open_chat: int | None = None, news: str = "/news", **values: Any
) -> str:
    """A page of the messenger, with the person's chats beside it; while it is open it asks `news` what is new."""
    return render_template(
        f"messenger/{template}.html",
        user=visitor.user,
        other=visitor.other,
        chats=chats_part(visitor, open_chat),
        open_chat=open_chat,
        news=news,
        period=LIMITS.news_every_seconds,
        button=SiteForm(),
        **values,
    )


def _state(*shown: Any) -> str:
    return f"{crc32(repr(shown).encode()):08x}"
