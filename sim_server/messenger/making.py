"""Making a chat: its name and the people in it."""

from __future__ import annotations

from typing import Any

from flask import Blueprint

from sim_server.domain.chat_rights import CHAT_RIGHTS, NotAllowed
from sim_server.domain.chat_roles import people_to_add, roles_of
from sim_server.domain.chats import create_chat
from sim_server.messenger.forms import NOBODY_FOUND, NewChatForm
from sim_server.messenger.guard import Visitor, signed_in
from sim_server.messenger.parts import show
from sim_server.web.site import current_world, go_to

making = Blueprint("making", __name__)


@making.route("/chats/new", methods=["GET", "POST"])
@signed_in
def new(visitor: Visitor) -> Any:
    """Ask for the name and the people, and open the chat that was made."""
    roles = roles_of(current_world(), visitor.user)
    kind = CHAT_RIGHTS.made_by(roles)
    if kind is None:
        raise NotAllowed
    form = NewChatForm()
    known = people_to_add(current_world(), visitor.user, kind)
    form.people.choices = [(one.id, one.full_name) for one in known]
    if not form.validate_on_submit():
        return show(visitor, "new", form=form, nobody=NOBODY_FOUND[visitor.user.kind])
    chat_id = create_chat(current_world(), visitor.user, roles, form.title.data, form.people.data)
    return go_to("messenger.chat", chat_id=chat_id)
