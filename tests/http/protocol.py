"""A client of VK ID that speaks the protocol by hand, to send what the journal never would."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from authlib.oauth2.rfc7636 import create_s256_code_challenge
from werkzeug.test import Client, TestResponse

from tests.http.browser import Browser
from tests.http.ways import GO_ON, VK_ID, prove_phone
from tests.http.world import World
from tests.people import ANNA

VERIFIER = "v" * 64
CALLBACK = "https://school.permkrai.ru/vk/callback"
STATE = "s" * 32
SOUND = {
    "response_type": "code",
    "client_id": "perm-journal",
    "redirect_uri": CALLBACK,
    "state": STATE,
    "code_challenge": create_s256_code_challenge(VERIFIER),
    "code_challenge_method": "S256",
}


def authorize_address(**differing: str) -> str:
    """The address of a request; an empty value leaves the parameter out."""
    query = {name: value for name, value in {**SOUND, **differing}.items() if value}
    return f"{VK_ID}/authorize?{urlencode(query)}"


def obtain_callback(browser: Browser, world: World) -> dict[str, str]:
    """Anna signs in for our client; returns the callback's query."""
    browser.open(authorize_address())
    prove_phone(browser, world, ANNA)
    browser.submit("Продолжить в учебном профиле")
    browser.url = browser.submit_until_back(GO_ON)
    return browser.query


def exchange_form(callback: dict[str, str], **differing: str) -> dict[str, str]:
    """What the journal's server presents with a code; an empty value leaves the parameter out."""
    form = {
        "grant_type": "authorization_code",
        "code": callback["code"],
        "code_verifier": VERIFIER,
        "client_id": "perm-journal",
        "device_id": callback["device_id"],
        "redirect_uri": CALLBACK,
        "state": STATE,
        **differing,
    }
    return {name: value for name, value in form.items() if value}


def exchange(world: World, callback: dict[str, str], **differing: str) -> TestResponse:
    """Presents the code as the journal's server does, without any token of a browser."""
    return call(world, "/oauth2/auth", data=exchange_form(callback, **differing))


def call(world: World, path: str, **request: Any) -> TestResponse:
    """A call of a client's server to VK ID; it names its world only where that has defects, so that they act."""
    named = {"headers": {"User-Agent": f"Svyazka/{world.name}.client"}} if world.defects else {}
    return Client(world.simulator).post(path, base_url=VK_ID, **{**named, **request})
