"""A journal as somebody else would write it: Flask, Authlib, and nothing of ours.

It signs its people in by login and password and links their study profile by VK ID, as Perm's instruction says.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from authlib.integrations.base_client import OAuthError
from authlib.integrations.flask_client import OAuth
from flask import Flask, redirect, render_template, request, session

People = Mapping[str, Mapping[str, Any]]  # by login: password, name, class_names
MISSING = {"login": "Введите логин", "password": "Введите пароль"}


def create_app(people: People, vk_id: str, client_id: str) -> Flask:
    """The journal of these people, whose VK ID is there."""
    app = Flask(__name__)
    app.secret_key = "staging"
    profiles: dict[str, str] = {}  # by login: whose study profile is linked
    vk = _vk_id_client(app, vk_id, client_id)

    @app.context_processor
    def who() -> dict[str, Any]:
        login = session.get("login", "")
        return {"person": people.get(login), "profile": profiles.get(login)}

    @app.before_request
    def let_in() -> Any:
        is_open = request.endpoint in ("front", "entrance", "enter", "static")
        return None if is_open or session.get("login") in people else redirect("/login")

    @app.get("/")
    def front() -> str:
        return render_template("front.html")

    @app.get("/login")
    def entrance() -> str:
        return render_template("login.html")

    @app.post("/login")
    def enter() -> Any:
        given = request.form
        if empty := [words for name, words in MISSING.items() if not given.get(name)]:
            return render_template("login.html", alerts=empty)
        if people.get(given["login"], {}).get("password") != given["password"]:
            return render_template("login.html", alerts=["Неверный логин или пароль"])
        session.clear()
        session["login"] = given["login"]
        return redirect("/desk")

    @app.get("/desk")
    def desk() -> str:
        return render_template("desk.html")

    @app.get("/messages")
    def messages() -> str:
        return render_template("messages.html")

    @app.post("/messages/link")
    def link() -> Any:
        return vk.authorize_redirect(f"{request.url_root}vk/callback")

    @app.get("/vk/callback")
    def linked() -> Any:
        try:
            token = vk.authorize_access_token(device_id=request.args.get("device_id"))
        except OAuthError as error:
            return render_template("messages.html", alerts=[f"VK ID не подтвердил вход: {error.description}"])
        user = vk.post("oauth2/user_info", data={"client_id": client_id}, token=token).json()["user"]
        profiles[session["login"]] = f"{user['last_name']} {user['first_name']} {user['middle_name']}"
        return redirect("/messages")

    @app.get("/unlink")
    def ask_back() -> str:
        return render_template("unlink.html")

    @app.post("/unlink")
    def unlink() -> Any:
        profiles.pop(session["login"], None)
        return redirect("/messages")

    @app.post("/logout")
    def leave() -> Any:
        session.clear()
        return redirect("/")

    return app


def _vk_id_client(app: Flask, vk_id: str, client_id: str) -> Any:
    return OAuth(app).register(
        "vk",
        client_id=client_id,
        api_base_url=vk_id,
        authorize_url=f"{vk_id}/authorize",
        access_token_url=f"{vk_id}/oauth2/auth",
        client_kwargs={
            "scope": "vkid.personal_info phone",
            "code_challenge_method": "S256",
            "token_endpoint_auth_method": "none",
        },
    )
