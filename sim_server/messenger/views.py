"""The pages of the messenger: its list of chats, and a chat."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from flask import Blueprint, abort, current_app, g, redirect, render_template, request, session, url_for
from wtforms import StringField
from wtforms.validators import InputRequired

from sim_server.domain.chats import NotAMember, chat_of_member, chats_of, messages_in, write_message
from sim_server.domain.tables import Chat, StudyProfile
from sim_server.vk_sign_in import SignInFailed, VkSignIn
from sim_server.web.forms import SiteForm, strip
from sim_server.web.sessions import WorldSession
from sim_server.web.site import current_place, current_world

messenger = Blueprint("messenger", __name__)


class MessageForm(SiteForm):
    """A message to write."""

    text = StringField("Сообщение", filters=[strip], validators=[InputRequired("Введите сообщение")])


def signed_in(view: Callable[..., Any]) -> Callable[..., Any]:
    """Lets only a study profile in; sends others to VK ID. `?profile=` asks for that very profile."""

    @wraps(view)
    def guarded(**arguments: Any) -> Any:
        wanted = request.args.get("profile", "")
        g.profile = _signed_in_profile()
        if g.profile is None or wanted not in ("", str(g.profile.id)):
            return redirect(_vk_sign_in().begin(_browser(), login_hint=wanted), 303)
        return view(**arguments)

    return guarded


@messenger.get("/")
@signed_in
def front() -> str:
    """The chats of the person."""
    return render_template("messenger/front.html", chats=chats_of(current_world(), g.profile.id))


@messenger.get("/vk/callback")
def end_sign_in() -> Any:
    """Takes the person back from VK ID."""
    try:
        identity = _vk_sign_in().complete(_browser(), request.args)
    except SignInFailed:
        return render_template("messenger/refused.html"), 403
    session["profile"] = identity.profile_id
    return redirect(url_for("messenger.front"), 303)


@messenger.route("/chats/<int:chat_id>", methods=["GET", "POST"])
@signed_in
def chat(chat_id: int) -> Any:
    """A chat: reading and writing."""
    found = _chat(chat_id)
    form = MessageForm()
    if form.validate_on_submit():
        write_message(current_world(), g.profile, found, form.text.data)
        return redirect(url_for("messenger.chat", chat_id=chat_id), 303)
    chats = chats_of(current_world(), g.profile.id)
    messages = messages_in(current_world(), found)
    return render_template("messenger/chat.html", chat=found, chats=chats, messages=messages, form=form)


def _chat(chat_id: int) -> Chat:
    try:
        return chat_of_member(current_world(), g.profile.id, chat_id)
    except NotAMember:
        abort(404)


def _signed_in_profile() -> StudyProfile | None:
    profile_id = session.get("profile")
    if profile_id is None:
        return None
    with current_world().database.read() as database:
        profile = database.get(StudyProfile, profile_id)
    return profile if profile and profile.world_id == current_world().id else None


def _browser() -> str:
    return cast(WorldSession, session).identify()


def _vk_sign_in() -> VkSignIn:
    config = current_app.config
    return VkSignIn(config["CLIENT"], current_world(), current_place(), config["VK_ID"])
