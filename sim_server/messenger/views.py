"""The pages of the messenger that everybody sees: its list of chats, a chat."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, request

from sim_server.domain.chat_rights import NotAllowed
from sim_server.domain.chat_roles import Membership
from sim_server.domain.chats import NotAMember
from sim_server.domain.limits import LIMITS
from sim_server.domain.messages import END_OF_TIME, mark_read, page_of_messages, write_message
from sim_server.messenger.forms import MessageForm
from sim_server.messenger.guard import Visitor, own_membership, signed_in, switch
from sim_server.messenger.parts import call_part, show, write_part
from sim_server.web.forms import SiteForm
from sim_server.web.site import current_world, go_to

messenger = Blueprint("messenger", __name__)


@messenger.get("/")
@signed_in
def front(visitor: Visitor) -> str:
    """The chats of the person."""
    return show(visitor, "front")


@messenger.post("/as/<int:user_id>")
@signed_in
def go_on_as(visitor: Visitor, user_id: int) -> Any:
    """Go on as the other one that the same VK ID can be: study profile or personal page."""
    if SiteForm().validate() and visitor.other and visitor.other.id == user_id:
        switch(visitor)
    return go_to("messenger.front")


@messenger.get("/chats/<int:chat_id>")
@signed_in
def chat(visitor: Visitor, chat_id: int) -> str:
    """A chat: its newest messages, which are read by that; the earlier ones `before` a message."""
    return _show_chat(visitor, own_membership(visitor, chat_id), MessageForm(formdata=None))


@messenger.post("/chats/<int:chat_id>")
@signed_in
def write(visitor: Visitor, chat_id: int) -> Any:
    """Write into the chat."""
    form = MessageForm()
    try:
        member = own_membership(visitor, chat_id)
    except NotAMember:
        return show(visitor, "undelivered", text=form.text.data), 404
    if not form.validate():
        return _show_chat(visitor, member, form)
    try:
        write_message(current_world(), member, form.text.data, form.form_id.data or None)
    except NotAllowed:
        return show(
            visitor, "undelivered", open_chat=chat_id, text=form.text.data, silent=member.may.silent
        ), 403
    return go_to("messenger.chat", chat_id=chat_id)


def _show_chat(visitor: Visitor, member: Membership, form: MessageForm) -> str:
    before = request.args.get("before", type=int)
    messages = page_of_messages(current_world(), member.chat.id, END_OF_TIME if before is None else before)
    last = messages[-1].id if messages else 0
    if before is None:
        mark_read(current_world(), member, last)
    return show(
        visitor,
        "chat",
        open_chat=member.chat.id,
        news=f"/chats/{member.chat.id}/news",
        chat=member.chat,
        messages=messages,
        earlier=messages[0].id if len(messages) == LIMITS.messages_on_a_page else None,
        last=last if before is None else None,
        call=call_part(member),
        write=write_part(member, form),
    )
