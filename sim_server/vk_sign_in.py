"""How a client (a journal, the messenger) sends a person to VK ID and takes them back: RFC 6749 and 7636 by Authlib."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import Context
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import unquote

import httpx2
from authlib.common.security import generate_token
from authlib.integrations.base_client import OAuthError
from authlib.integrations.httpx_client import OAuth2Client
from joserfc import jws

from sim_server.domain.particulars import Particulars
from sim_server.domain.sign_in_requests import SignInRequest, close_request, open_request, take_request
from sim_server.domain.worlds import World
from sim_server.tenancy import Place
from sim_server.vk_id.clients import Client
from sim_server.web.headers import CUT, SILENT, UNANSWERED
from sim_server.web.site import FAILURE_HEADER

VK_ID_HOST = "id.vk.com"
SCOPE = "vkid.personal_info phone"
STATE_LENGTH = 32
VERIFIER_LENGTH = 64
SEXES = {1: "female", 2: "male"}


class SignInFailed(Exception):
    """The person came back without an identity; the subclass says why."""


class SignInDeclined(SignInFailed):
    """The person left VK ID or refused."""


class OtherPersonSignedIn(SignInFailed):
    """A study profile was named in `login_hint`, and the person has none at all."""


class CallbackForged(SignInFailed):
    """The callback belongs to no request of this person's, or to one that was answered already."""


class VkIdUnavailable(SignInFailed):
    """VK ID answered with an error, or not at all."""


class AnswerUnfit(SignInFailed):
    """VK ID has refused what the client got from it, or gave it somebody else's: the sign-in must be begun anew."""


class SystemBroke(RuntimeError):
    """Another system of the simulator has failed by itself: for the client that is no answer of the network's."""


# What the network raises where no answer comes.
LEARNT: dict[str, type[httpx2.TransportError]] = {SILENT: httpx2.ReadTimeout, CUT: httpx2.ReadError}
TROUBLES = ("server_error", "temporarily_unavailable", "slow_down")  # later the same request may be granted
REFUSALS: dict[str, type[SignInFailed]] = {
    "access_denied": SignInDeclined,
    "login_required": OtherPersonSignedIn,
}


@dataclass(frozen=True)
class Identity(Particulars):
    """Who VK ID says it is: the study profile if the client needs one, else the VK ID."""

    user_id: int


class BackChannel(httpx2.BaseTransport):
    """Calls another system inside this process, as the network would: where no answer comes, that raises.

    The call runs in an empty context, otherwise its `flask.g` would overwrite the caller's.
    """

    def __init__(self, wsgi: Any) -> None:
        self._inner = httpx2.WSGITransport(app=wsgi)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """The system's answer, or what the network raises when there is none."""
        response = Context().run(self._inner.handle_request, request)
        response.read()
        if FAILURE_HEADER in response.headers:
            raise SystemBroke(f"{request.url.path}: {unquote(response.headers[FAILURE_HEADER])}")
        if UNANSWERED in response.headers:
            raise LEARNT[response.headers[UNANSWERED]]("no answer", request=request)
        return response


@dataclass(frozen=True)
class VkSignIn:
    """The client's side of a sign-in, in one world."""

    client: Client
    world: World
    place: Place
    wsgi: Any

    def begin(self, subject: str, **wishes: str) -> str:
        """The address to send the browser to; `subject` says who may come back with its state.

        Wishes are further parameters of /authorize: `login_hint` (the study profile wanted), `prompt`.
        """
        verifier = generate_token(VERIFIER_LENGTH)
        state = generate_token(STATE_LENGTH)
        open_request(self._request(subject, state), verifier)
        named = {name: wish for name, wish in wishes.items() if wish}
        with self._oauth() as oauth:
            address, _state = oauth.create_authorization_url(
                self.place.url(VK_ID_HOST, "/authorize"), state=state, code_verifier=verifier, **named
            )
        return str(address)

    def complete(self, subject: str, query: Mapping[str, str]) -> Identity:
        """Who came back; every state serves once. Raises SignInFailed."""
        with self.completing(subject, query) as identity:
            return identity

    @contextmanager
    def completing(self, subject: str, query: Mapping[str, str]) -> Iterator[Identity]:
        """Who came back, while the client deals with it; every state serves once. Raises SignInFailed.

        The same answer once more, as a double press sends it, waits until the first is dealt with, and is refused then.
        """
        request = self._request(subject, query.get("state", ""))
        verifier = take_request(request)
        if verifier is None:
            raise CallbackForged
        try:
            if "error" in query:
                raise REFUSALS.get(query["error"], VkIdUnavailable)
            yield self._proven_identity(verifier, query)
        finally:
            close_request(request)

    def _request(self, subject: str, state: str) -> SignInRequest:
        return SignInRequest(self.world, self.client.id, subject, state)

    def _proven_identity(self, verifier: str, query: Mapping[str, str]) -> Identity:
        try:
            return self._identity(verifier, query)
        except OAuthError as error:
            raise (VkIdUnavailable if error.error in TROUBLES else AnswerUnfit) from error
        except (httpx2.HTTPError, KeyError, ValueError) as error:
            raise VkIdUnavailable from error

    def _identity(self, verifier: str, query: Mapping[str, str]) -> Identity:
        with self._oauth() as oauth:
            token = oauth.fetch_token(
                f"https://{VK_ID_HOST}/oauth2/auth",
                code=query["code"],
                code_verifier=verifier,
                device_id=query["device_id"],
                client_id=self.client.id,
                state=query["state"],
            )
            if _client_of(token["id_token"]) != self.client.id:
                raise AnswerUnfit
            answer = oauth.post(
                f"https://{VK_ID_HOST}/oauth2/user_info",
                data={"client_id": self.client.id, "access_token": token["access_token"]},
            )
        answer.raise_for_status()
        return _identity_from(_granted(answer.json())["user"])

    def _oauth(self) -> OAuth2Client:
        return OAuth2Client(
            client_id=self.client.id,
            redirect_uri=self.place.url(self.place.host, self.client.callback_path),
            scope=SCOPE,
            code_challenge_method="S256",
            token_endpoint_auth_method="none",  # noqa: S106 - a public client proves itself by PKCE
            transport=BackChannel(self.wsgi),
            trust_env=False,
        )


def _client_of(identity_token: str) -> str:
    """Whom the token was made for; its way here proves it, as OpenID Connect Core §3.1.3.7 allows."""
    return str(json.loads(jws.extract_compact(identity_token.encode()).payload)["app"])


def _granted(answer: dict[str, Any]) -> dict[str, Any]:
    """The answer, unless it is a refusal: that may come with any status."""
    if "error" in answer:
        raise OAuthError(answer["error"])
    return answer


def _identity_from(user: Mapping[str, Any]) -> Identity:
    """Who is told; only a study profile has a patronymic there."""
    return Identity(
        user_id=int(user["user_id"]),
        last_name=user["last_name"],
        first_name=user["first_name"],
        middle_name=user.get("middle_name", ""),
        birth_date=datetime.strptime(user["birthday"], "%d.%m.%Y").date(),  # noqa: DTZ007 - a date
        sex=SEXES[user["sex"]],
    )
