"""requests-oauthlib: its session with PKCE."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

from oauthlib.oauth2 import OAuth2Error
from requests_oauthlib import OAuth2Session

from tests.conformance.client import CLIENT_ID, Client, Refused

VK_ID = "https://id.vk.ru"


class RequestsOauthlib(Client):
    """The session of requests-oauthlib."""

    name = "requests-oauthlib"
    package = "requests-oauthlib"
    callback = "https://journal.example/cb"
    settings = (
        'pkce="S256"',
        "include_client_id=True",
        "fetch_token(device_id=…)",
        "refresh_token(client_id=…, device_id=…)",
    )
    calls = ("вход", "обмен", "данные", "обновление", "выход", "отзыв")
    refuses_by = (*Client.refuses_by, OAuth2Error)

    def sign_in(self) -> None:
        """From the address of the request to tokens."""
        scope = ["vkid.personal_info", "phone"]
        self._session = OAuth2Session(CLIENT_ID, redirect_uri=self.callback, scope=scope, pkce="S256")
        address, _state = self._session.authorization_url(f"{VK_ID}/authorize")
        back = self.comes_back(address)
        self._own = {
            "client_id": CLIENT_ID,
            "device_id": parse_qs(urlsplit(back).query).get("device_id", [""])[0],
        }
        told = {
            "authorization_response": back,
            "include_client_id": True,
            "device_id": self._own["device_id"],
        }
        self._keep(self._session.fetch_token(f"{VK_ID}/oauth2/auth", **told))

    def user(self, access_token: str) -> Mapping[str, Any]:
        """Ask with this token."""
        return dict(self._post("user_info", access_token)["user"])

    def refresh(self) -> None:
        """Renew by the session."""
        self._keep(
            self._session.refresh_token(f"{VK_ID}/oauth2/auth", self.tokens["refresh_token"], **self._own)
        )

    def leave(self) -> None:
        """Sign out; sign in anew and give the consent back."""
        assert self._post("logout", self.tokens["access_token"]) == {"response": 1}
        self.sign_in()
        assert self._post("revoke", self.tokens["access_token"]) == {"response": 1}

    def _post(self, name: str, access_token: str) -> dict[str, Any]:
        self._session.token = {"access_token": access_token, "token_type": "Bearer"}
        answer = dict(self._session.post(f"{VK_ID}/oauth2/{name}", data={"client_id": CLIENT_ID}).json())
        if "error" in answer:
            raise Refused(answer["error_description"])
        return answer

    def _keep(self, token: Mapping[str, Any]) -> None:
        self.tokens = {**token, "device_id": self._own["device_id"]}
