"""What is new for a page that is open: asked again and again, answered with nothing while nothing is new."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, render_template, request

from sim_server.domain.calls import open_call
from sim_server.domain.chat_roles import Membership
from sim_server.domain.chats import NotAMember
from sim_server.domain.messages import mark_read, messages_after
from sim_server.messenger.forms import MessageForm
from sim_server.messenger.guard import Visitor, own_membership, still_there
from sim_server.messenger.parts import Part, call_part, chats_part, people_part, write_part
from sim_server.web.site import current_world

news = Blueprint("news", __name__)


@news.get("/news")
@still_there
def of_list(visitor: Visitor) -> Any:
    """For a page on which nothing but the list of chats changes; `open` is the chat that the page belongs to."""
    return _answer([chats_part(visitor, request.args.get("open", type=int))])


@news.get("/chats/<int:chat_id>/news")
@still_there
def of_chat(visitor: Visitor, chat_id: int) -> Any:
    """For a chat: messages after `last`, a call, whether one may write; or that the chat is not theirs any more."""
    try:
        member = own_membership(visitor, chat_id)
    except NotAMember:
        return _answer([chats_part(visitor, None)], gone=render_template("messenger/parts/gone.html"))
    new = _read_new(member)  # before the list of chats tells what is unread
    parts = [chats_part(visitor, chat_id), call_part(member), write_part(member, MessageForm(formdata=None))]
    return _answer(parts, **new)


@news.get("/chats/<int:chat_id>/call/news")
@still_there
def of_call(visitor: Visitor, chat_id: int) -> Any:
    """For a call: who came and went; `over` when it has ended, or is not open to the person any more."""
    call = open_call(current_world(), own_membership(visitor, chat_id))
    if call is None:
        return _answer([chats_part(visitor, chat_id)], over=True)
    return _answer([chats_part(visitor, chat_id), people_part(call)])


def _read_new(member: Membership) -> dict[str, Any]:
    """The messages after `last`, which are read by that; nothing on a page of earlier ones, which has no `last`."""
    last = request.args.get("last", type=int)
    messages = [] if last is None else messages_after(current_world(), member.chat.id, last)
    if not messages:
        return {}
    mark_read(current_world(), member, messages[-1].id)
    shown = render_template("messenger/parts/messages.html", messages=messages, user=member.user)
    return {"messages": shown, "last": messages[-1].id}


def _answer(parts: list[Part], **more: Any) -> Any:
    """The parts that the page shows otherwise, as HTML, and what else is new; no content when nothing is."""
    shown = request.args
    differing = {
        part.name: part.__html__() for part in parts if shown.get(part.name, part.state) != part.state
    }
    return {"parts": differing, **more} if differing or more else ("", 204)
