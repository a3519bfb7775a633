"""The pages of a call and of a distance lesson. There is no sound or picture."""

from __future__ import annotations

from typing import Any

from flask import Blueprint

from sim_server.domain.calls import CallKind, join_call, leave_call, open_call, running_call
from sim_server.messenger.guard import Visitor, own_membership, signed_in
from sim_server.messenger.parts import people_part, show
from sim_server.web.forms import SiteForm
from sim_server.web.site import current_world, go_to

calls = Blueprint("calls", __name__)


@calls.post("/chats/<int:chat_id>/calls/<any(call,lesson):kind>")
@signed_in
def join(visitor: Visitor, chat_id: int, kind: str) -> Any:
    """Start a call or a lesson, or join the one that is going on."""
    member = own_membership(visitor, chat_id)
    if SiteForm().validate():
        join_call(current_world(), member, CallKind(kind))
    return go_to("calls.show_call", chat_id=chat_id)


@calls.get("/chats/<int:chat_id>/call")
@signed_in
def show_call(visitor: Visitor, chat_id: int) -> Any:
    """The call that is going on; without one that is open to the person, the chat."""
    member = own_membership(visitor, chat_id)
    running = open_call(current_world(), member)
    if running is None:
        return go_to("messenger.chat", chat_id=chat_id)
    return show(
        visitor,
        "call",
        open_chat=chat_id,
        news=f"/chats/{chat_id}/call/news",
        chat=member.chat,
        call=running,
        people=people_part(running),
    )


@calls.post("/chats/<int:chat_id>/call/leave")
@signed_in
def leave(visitor: Visitor, chat_id: int) -> Any:
    """Leave the call."""
    running = running_call(current_world(), own_membership(visitor, chat_id).chat)
    if running is not None and SiteForm().validate():
        leave_call(current_world(), running, visitor.user)
    return go_to("messenger.chat", chat_id=chat_id)
