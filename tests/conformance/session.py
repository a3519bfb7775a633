"""What is the same with every client that is a session over requests: the calls behind its tokens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.conformance.client import CLIENT_ID, Client, Refused

VK_ID = "https://id.vk.ru"
TOKENS = f"{VK_ID}/oauth2/auth"  # where tokens are given and renewed


class Session(Client):
    """A session that carries its token by itself; how it signs in and renews is each library's own."""

    calls = ("вход", "обмен", "данные", "обновление", "выход", "отзыв")
    session: Any
    device_id: str

    def user(self, access_token: str) -> Mapping[str, Any]:
        """Ask with this token."""
        return dict(self._post("user_info", access_token)["user"])

    def leave(self) -> None:
        """Sign out; sign in anew and give the consent back."""
        assert self._post("logout", self.tokens["access_token"]) == {"response": 1}
        self.sign_in()
        assert self._post("revoke", self.tokens["access_token"]) == {"response": 1}

    def _post(self, name: str, access_token: str) -> dict[str, Any]:
        self.session.token = {"access_token": access_token, "token_type": "Bearer"}
        answer = dict(self.session.post(f"{VK_ID}/oauth2/{name}", data={"client_id": CLIENT_ID}).json())
        if "error" in answer:
            raise Refused(answer["error_description"])
        return answer

    def _keep(self, token: Mapping[str, Any]) -> None:
        self.tokens = {**token, "device_id": self.device_id}
