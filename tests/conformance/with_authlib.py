"""Authlib, by the lines of docs/vk-id.md; what comes after them is of its own session too."""

from __future__ import annotations

from typing import Any

from authlib.integrations.base_client.errors import OAuthError

from tests.conformance.client import Client
from tests.conformance.documented import lines_for
from tests.conformance.session import TOKENS, Session


class Authlib(Session):
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
    refuses_by = (*Client.refuses_by, OAuthError)

    def sign_in(self) -> None:
        """Carry out the lines; where they ask a person, a person answers."""
        told: dict[str, Any] = {}

        def answered(_question: str) -> str:
            return self.comes_back(told["address"])

        told["input"] = answered
        exec(lines_for(self.name), told)  # noqa: S102 - our own documentation
        self.session, self.device_id = told["client"], told["device_id"]
        self._keep(told["token"])

    def refresh(self) -> None:
        """Renew by the session."""
        old = self.tokens["refresh_token"]
        self._keep(self.session.refresh_token(TOKENS, old, device_id=self.device_id))
