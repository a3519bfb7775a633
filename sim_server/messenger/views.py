"""The pages of the messenger: its list of chats, and a chat."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from flask import Blueprint, abort, current_app, g, redirect, render_template, request, session, url_for
from wtforms import StringField
from wtforms.validators import InputRequired

from sim_server.domain.calls import (
    CallKind,
    NotAllowed,
    join_call,
    leave_call,
    may_hold_lesson,
    participants_of,
    running_call,
)
from sim_server.domain.chats import (
    NotAMember,
    add_member,
    chat_of_member,
    chats_of,
    members_of,
    messages_in,
    schoolmates,
    write_message,
)
from sim_server.domain.tables import Chat, VkUser
from sim_server.vk_sign_in import SignInFailed, VkSignIn
from sim_server.web.forms import SiteForm, strip
from sim_server.web.sessions import WorldSession
from sim_server.web.site import current_place, current_world

messenger = Blueprint("messenger", __name__)


class MessageForm(SiteForm):
    """A message to write."""

    text = StringField("Сообщение", filters=[strip], validators=[InputRequired("Введите сообщение")])


class SearchForm(SiteForm):
    """Whom to look for."""

    name = StringField("Имя или фамилия", filters=[strip])


def signed_in(view: Callable[..., Any]) -> Callable[..., Any]:
    """Lets only somebody of VK ID in (`g.user`); sends others there. `?profile=` asks for that very study profile."""

    @wraps(view)
    def guarded(**arguments: Any) -> Any:
        wanted = request.args.get("profile", "")
        g.user = _signed_in_user()
        if g.user is None or wanted not in ("", str(g.user.id)):
            return redirect(_vk_sign_in().begin(_browser(), login_hint=wanted), 303)
        return view(**arguments)

    return guarded


@messenger.get("/")
@signed_in
def front() -> str:
    """The chats of the person."""
    return render_template("messenger/front.html", chats=chats_of(current_world(), g.user.id))


@messenger.get("/vk/callback")
def end_sign_in() -> Any:
    """Takes the person back from VK ID."""
    try:
        identity = _vk_sign_in().complete(_browser(), request.args)
    except SignInFailed:
        return render_template("messenger/refused.html"), 403
    session["user"] = identity.profile_id
    return redirect(url_for("messenger.front"), 303)


@messenger.route("/chats/<int:chat_id>", methods=["GET", "POST"])
@signed_in
def chat(chat_id: int) -> Any:
    """A chat: reading and writing."""
    found = _chat(chat_id)
    form = MessageForm()
    if form.validate_on_submit():
        write_message(current_world(), g.user, found, form.text.data)
        return redirect(url_for("messenger.chat", chat_id=chat_id), 303)
    chats = chats_of(current_world(), g.user.id)
    messages = messages_in(current_world(), found)
    return render_template(
        "messenger/chat.html",
        chat=found,
        chats=chats,
        messages=messages,
        call=running_call(current_world(), found),
        may_hold_lesson=may_hold_lesson(current_world(), g.user),
        form=form,
    )


@messenger.get("/chats/<int:chat_id>/members")
@signed_in
def members(chat_id: int) -> str:
    """Who is in the chat, and whom of the own school a member can bring in."""
    found = _chat(chat_id)
    present = members_of(current_world(), found)
    search = request.args.get("name", "")
    known = {one.id for one in present}
    others = [one for one in schoolmates(current_world(), g.user.id, search) if one.id not in known]
    form = SearchForm(data={"name": search})
    return render_template("messenger/members.html", chat=found, members=present, others=others, form=form)


@messenger.post("/chats/<int:chat_id>/members/<int:profile_id>")
@signed_in
def bring_in(chat_id: int, profile_id: int) -> Any:
    """Adds a person of the own school to the chat."""
    found = _chat(chat_id)
    if SiteForm().validate():
        try:
            add_member(current_world(), g.user.id, found, profile_id)
        except NotAMember:
            abort(403)
    return redirect(url_for("messenger.members", chat_id=chat_id), 303)


@messenger.post("/chats/<int:chat_id>/calls/<any(call,lesson):kind>")
@signed_in
def call(chat_id: int, kind: str) -> Any:
    """Starts a call or a lesson, or joins the one that is going on."""
    found = _chat(chat_id)
    if SiteForm().validate():
        try:
            join_call(current_world(), found, g.user, CallKind(kind))
        except NotAllowed:
            abort(403)
    return redirect(url_for("messenger.show_call", chat_id=chat_id), 303)


@messenger.get("/chats/<int:chat_id>/call")
@signed_in
def show_call(chat_id: int) -> Any:
    """The call that is going on; without one, the chat."""
    found = _chat(chat_id)
    running = running_call(current_world(), found)
    if running is None:
        return redirect(url_for("messenger.chat", chat_id=chat_id), 303)
    people = participants_of(current_world(), running)
    return render_template("messenger/call.html", chat=found, call=running, people=people, form=SiteForm())


@messenger.post("/chats/<int:chat_id>/call/leave")
@signed_in
def leave(chat_id: int) -> Any:
    """Leaves the call."""
    running = running_call(current_world(), _chat(chat_id))
    if running is not None and SiteForm().validate():
        leave_call(current_world(), running, g.user)
    return redirect(url_for("messenger.chat", chat_id=chat_id), 303)


def _chat(chat_id: int) -> Chat:
    try:
        return chat_of_member(current_world(), g.user.id, chat_id)
    except NotAMember:
        abort(404)


def _signed_in_user() -> VkUser | None:
    user_id = session.get("user")
    if user_id is None:
        return None
    with current_world().database.read() as database:
        user = database.get(VkUser, user_id)
    return user if user and user.world_id == current_world().id else None


def _browser() -> str:
    return cast(WorldSession, session).identify()


def _vk_sign_in() -> VkSignIn:
    config = current_app.config
    return VkSignIn(config["CLIENT"], current_world(), current_place(), config["VK_ID"])
