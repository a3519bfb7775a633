"""A client of somebody's own, as one that was registered in a world: signs people in and calls VK ID."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tests.http.browser import Browser
from tests.http.protocol import STATE, VERIFIER, authorize_address, call
from tests.http.ways import prove_phone
from tests.http.world import World
from tests.people import ANNA

ID = "own-journal"
CALLBACK = "http://localhost:3000/cb"
ALLOW = "Разрешить"


class OwnClient:
    """The client, its person and what it was given."""

    def __init__(self, world: World, *more: str, **told: Any) -> None:
        self.world = world
        world.register(ID, CALLBACK, *more, **told)

    def address(self, **differing: str) -> str:
        """Where it sends a browser."""
        return authorize_address(**{"client_id": ID, "redirect_uri": CALLBACK, **differing})

    def sign_in(self, browser: Browser, person: dict[str, Any] = ANNA, **differing: str) -> dict[str, str]:
        """Brings a person through the screens; returns the callback's query."""
        browser.open(self.address(**differing))
        prove_phone(browser, self.world, person)
        return parsed(browser.submit_until_back(ALLOW))

    def tokens(self, callback: dict[str, str], **differing: str) -> dict[str, Any]:
        """What the code is exchanged for."""
        form = {
            "grant_type": "authorization_code",
            "code": callback["code"],
            "code_verifier": VERIFIER,
            "client_id": ID,
            "device_id": callback["device_id"],
            "redirect_uri": CALLBACK,
            "state": STATE,
        }
        return self.call("auth", **{**form, **differing})

    def refresh(self, token: str, callback: dict[str, str], **differing: str) -> dict[str, Any]:
        """What a refresh token gives."""
        form = {"grant_type": "refresh_token", "refresh_token": token, "device_id": callback["device_id"]}
        return self.call("auth", **{**form, "state": STATE, **differing})

    def call(self, name: str, **form: str) -> dict[str, Any]:
        """The answer to a call with these parameters in its body."""
        sent = {"client_id": ID, **form}
        return dict(call(self.world, f"/oauth2/{name}", data={k: v for k, v in sent.items() if v}).json)

    def user(self, access_token: str) -> dict[str, Any]:
        """Who the token opens, or the refusal."""
        answer = self.call("user_info", access_token=access_token)
        return dict(answer.get("user", answer))


def parsed(address: str) -> dict[str, str]:
    """The query of an address."""
    return dict(parse_qsl(urlsplit(address).query))
