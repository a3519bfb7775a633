"""Making a chat: its name and the people in it."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, redirect, url_for
from wtforms import SelectMultipleField, StringField
from wtforms.validators import InputRequired, Length
from wtforms.widgets import CheckboxInput, ListWidget

from sim_server.domain.chat_rights import CHAT_RIGHTS, NotAllowed
from sim_server.domain.chat_roles import people_to_add, roles_of
from sim_server.domain.chats import create_chat
from sim_server.domain.limits import LIMITS
from sim_server.messenger.guard import Visitor, signed_in
from sim_server.messenger.parts import show
from sim_server.messenger.search import NOBODY_FOUND
from sim_server.web.forms import SiteForm, strip
from sim_server.web.site import current_world

making = Blueprint("making", __name__)


class NewChatForm(SiteForm):
    """A chat to make."""

    title = StringField(
        "Название чата",
        filters=[strip],
        validators=[
            InputRequired("Введите название чата"),
            Length(
                max=LIMITS.chat_title_letters, message="Название слишком длинное: не больше %(max)d знаков"
            ),
        ],
        render_kw={"autocomplete": "off"},
    )
    people = SelectMultipleField(
        "Участники",
        coerce=int,
        validators=[InputRequired("Выберите хотя бы одного участника")],
        validate_choice=False,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )


@making.route("/chats/new", methods=["GET", "POST"])
@signed_in
def new(visitor: Visitor) -> Any:
    """Asks for the name and the people, and opens the chat that was made."""
    roles = roles_of(current_world(), visitor.user)
    kind = CHAT_RIGHTS.made_by(roles)
    if kind is None:
        raise NotAllowed
    form = NewChatForm()
    form.people.choices = [
        (one.id, one.full_name) for one in people_to_add(current_world(), visitor.user, kind)
    ]
    if not form.validate_on_submit():
        return show(visitor, "new", form=form, nobody=NOBODY_FOUND[visitor.user.kind])
    chat_id = create_chat(current_world(), visitor.user, roles, form.title.data, form.people.data)
    return redirect(url_for("messenger.chat", chat_id=chat_id), 303)
