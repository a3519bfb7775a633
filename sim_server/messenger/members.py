"""Who is in a chat: seeing them, bringing others in, going out of it."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, request

from sim_server.domain.chat_rights import NotAllowed
from sim_server.domain.chat_roles import people_to_add
from sim_server.domain.chats import add_member, leave_chat, members_of
from sim_server.messenger.forms import NOBODY_FOUND, SearchForm
from sim_server.messenger.guard import Visitor, own_membership, signed_in
from sim_server.messenger.parts import show
from sim_server.web.forms import SiteForm
from sim_server.web.site import current_world, go_to

members = Blueprint("members", __name__)
NOBODY_LEFT = "Все, кого вы можете добавить, уже в чате."


@members.get("/chats/<int:chat_id>/members")
@signed_in
def present(visitor: Visitor, chat_id: int) -> str:
    """Who is in the chat, and whom the person can bring in."""
    member, search = own_membership(visitor, chat_id), request.args.get("name", "")
    there = members_of(current_world(), member.chat)
    known = {one.id for one in there}
    found = people_to_add(current_world(), visitor.user, member.chat.kind, search) if member.may.add else []
    others = [one for one in found if one.id not in known]
    return show(
        visitor,
        "members",
        open_chat=chat_id,
        chat=member.chat,
        may=member.may,
        members=there,
        others=others,
        nobody=NOBODY_FOUND[visitor.user.kind] if search else NOBODY_LEFT,
        form=SearchForm(data={"name": search}),
    )


@members.post("/chats/<int:chat_id>/members/<int:user_id>")
@signed_in
def bring_in(visitor: Visitor, chat_id: int, user_id: int) -> Any:
    """Add somebody to the chat."""
    member = own_membership(visitor, chat_id)
    if SiteForm().validate():
        add_member(current_world(), member, user_id)
    return go_to("members.present", chat_id=chat_id)


@members.get("/chats/<int:chat_id>/leave")
@signed_in
def ask_before_leaving(visitor: Visitor, chat_id: int) -> str:
    """Ask back."""
    member = own_membership(visitor, chat_id)
    if not member.may.leave:
        raise NotAllowed
    return show(visitor, "leave", open_chat=chat_id, chat=member.chat)


@members.post("/chats/<int:chat_id>/leave")
@signed_in
def leave(visitor: Visitor, chat_id: int) -> Any:
    """Go out of the chat."""
    member = own_membership(visitor, chat_id)
    if not SiteForm().validate():
        return go_to("members.ask_before_leaving", chat_id=chat_id)
    leave_chat(current_world(), member)
    flash(f"Вы покинули чат «{member.chat.title}»")
    return go_to("messenger.front")
