"""requests-oauthlib: its session with PKCE."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from oauthlib.oauth2 import OAuth2Error
from requests_oauthlib import OAuth2Session

from tests.conformance.client import CLIENT_ID, Client
from tests.conformance.session import TOKENS, VK_ID, Session


class RequestsOauthlib(Session):
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
    refuses_by = (*Client.refuses_by, OAuth2Error)

    def sign_in(self) -> None:
        """From the address of the request to tokens."""
        scope = ["vkid.personal_info", "phone"]
        self.session = OAuth2Session(CLIENT_ID, redirect_uri=self.callback, scope=scope, pkce="S256")
        address, _state = self.session.authorization_url(f"{VK_ID}/authorize")
        back = self.comes_back(address)
        self.device_id = parse_qs(urlsplit(back).query).get("device_id", [""])[0]
        self._keep(
            self.session.fetch_token(
                TOKENS, authorization_response=back, include_client_id=True, device_id=self.device_id
            )
        )

    def refresh(self) -> None:
        """Renew by the session."""
        old = self.tokens["refresh_token"]
        self._keep(self.session.refresh_token(TOKENS, old, client_id=CLIENT_ID, device_id=self.device_id))
