"""Authlib, by the lines of docs/vk-id.md; what comes after them is of its own session too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from authlib.integrations.base_client.errors import OAuthError

from tests.conformance.client import CLIENT_ID, Client, Refused
from tests.conformance.documented import lines_for

VK_ID = "https://id.vk.ru"


class Authlib(Client):
    """The session of Authlib over requests."""

    name = "Authlib"
    package = "Authlib"
    callback = "http://localhost:3000/cb"
    settings = (
        'code_challenge_method="S256"',
        'token_endpoint_auth_method="none"',
        "fetch_token(device_id=…)",
        "refresh_token(device_id=…)",
    )
    calls = ("вход", "обмен", "данные", "обновление", "выход", "отзыв")
    refuses_by = (*Client.refuses_by, OAuthError)

    def sign_in(self) -> None:
        """Carry out the lines; where they ask a person, a person answers."""
        told: dict[str, Any] = {}

        def answered(_question: str) -> str:
            return self.comes_back(told["address"])

        told["input"] = answered
        exec(lines_for(self.name), told)  # noqa: S102 - our own documentation
        self._session, self.device_id = told["client"], told["device_id"]
        self._keep(told["token"])

    def user(self, access_token: str) -> Mapping[str, Any]:
        """Ask with this token."""
        return dict(self._post("user_info", access_token)["user"])

    def refresh(self) -> None:
        """Renew by the session."""
        address, old = f"{VK_ID}/oauth2/auth", self.tokens["refresh_token"]
        self._keep(self._session.refresh_token(address, old, device_id=self.device_id))

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
        self.tokens = {**token, "device_id": self.device_id}
