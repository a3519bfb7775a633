"""How a client (a journal, the messenger) sends a person to VK ID and takes them back: RFC 6749 and 7636 by Authlib."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import Context
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

import httpx2
from authlib.common.security import generate_token
from authlib.integrations.base_client import OAuthError
from authlib.integrations.httpx_client import OAuth2Client
from sqlalchemy import ColumnElement, and_, delete, select, update

from sim_server.domain.faults import PointFailed, PointSilent, pass_point
from sim_server.domain.limits import LIMITS
from sim_server.domain.tables import SignInRequestRow
from sim_server.domain.worlds import World
from sim_server.tenancy import Place
from sim_server.vk_id.clients import Client

VK_ID = "vk_id"
VK_ID_HOST = "id.vk.com"
SCOPE = "vkid.personal_info phone"
POINTS = {"/oauth2/auth": "token", "/oauth2/user_info": "user_info"}
STATE_LENGTH = 32
VERIFIER_LENGTH = 64
SEXES = {1: "female", 2: "male"}
NO_PROFILE = 0  # no row has this id


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


REFUSALS: dict[str, type[SignInFailed]] = {
    "access_denied": SignInDeclined,
    "login_required": OtherPersonSignedIn,
}


@dataclass(frozen=True)
class Identity:
    """Who VK ID says it is: the VK ID, and its study profile if the client needs one."""

    account_id: int
    profile_id: int
    last_name: str
    first_name: str
    middle_name: str
    birth_date: date
    sex: str

    @property
    def particulars(self) -> dict[str, Any]:
        """ФИО, birth date and sex under their column names."""
        names = ("last_name", "first_name", "middle_name", "birth_date", "sex")
        return {name: getattr(self, name) for name in names}


class BackChannel(httpx2.BaseTransport):
    """Calls another system inside this process, as the network would: with its faults and its silences.

    The call runs in an empty context, otherwise its `flask.g` would overwrite the caller's.
    """

    def __init__(self, wsgi: Any, world: World) -> None:
        self._inner = httpx2.WSGITransport(app=wsgi)
        self._world = world

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """The system's answer, or what the network raises when there is none."""
        try:
            pass_point(self._world, VK_ID, POINTS.get(request.url.path, "page"), LIMITS.patience_seconds)
        except PointFailed:
            return httpx2.Response(503, json={"error": "temporarily_unavailable"}, request=request)
        except PointSilent as silence:
            raise httpx2.ReadTimeout("no answer", request=request) from silence
        response = Context().run(self._inner.handle_request, request)
        response.read()
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
        with self.world.database.write() as session:
            session.add(
                SignInRequestRow(
                    state=state,
                    world_id=self.world.id,
                    client_id=self.client.id,
                    subject=subject,
                    code_verifier=verifier,
                    created_at=self.world.now(),
                )
            )
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
        state = query.get("state", "")
        verifier = self._take(subject, state)
        try:
            if "error" in query:
                raise REFUSALS.get(query["error"], VkIdUnavailable)
            yield self._proven_identity(verifier, query)
        finally:
            with self.world.database.write() as session:
                session.execute(delete(SignInRequestRow).where(self._is_own(subject, state)))

    def _take(self, subject: str, state: str) -> str:
        """Take the request as ours to answer and return its verifier."""
        with self.world.database.write() as session:
            verifier = session.scalar(
                update(SignInRequestRow)
                .where(self._is_own(subject, state), SignInRequestRow.taken_at.is_(None))
                .values(taken_at=self.world.now())
                .returning(SignInRequestRow.code_verifier)
            )
        if verifier is None:
            self.world.database.wait_for(partial(self._is_answered, subject, state), LIMITS.patience_seconds)
            raise CallbackForged
        return str(verifier)

    def _is_answered(self, subject: str, state: str) -> bool:
        request = select(SignInRequestRow.state).where(self._is_own(subject, state))
        return self.world.database.look_up(request) is None

    def _is_own(self, subject: str, state: str) -> ColumnElement[bool]:
        return and_(
            SignInRequestRow.state == state,
            SignInRequestRow.world_id == self.world.id,
            SignInRequestRow.client_id == self.client.id,
            SignInRequestRow.subject == subject,
        )

    def _proven_identity(self, verifier: str, query: Mapping[str, str]) -> Identity:
        try:
            return self._identity(verifier, query)
        except (OAuthError, httpx2.HTTPError, KeyError, ValueError) as error:
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
            answer = oauth.post(
                f"https://{VK_ID_HOST}/oauth2/user_info",
                data={"client_id": self.client.id, "access_token": token["access_token"]},
            )
            answer.raise_for_status()
        return _identity_from(answer.json())

    def _oauth(self) -> OAuth2Client:
        return OAuth2Client(
            client_id=self.client.id,
            redirect_uri=self.place.url(self.place.host, self.client.callback_path),
            scope=SCOPE,
            code_challenge_method="S256",
            token_endpoint_auth_method="none",  # noqa: S106 - a public client proves itself by PKCE
            transport=BackChannel(self.wsgi, self.world),
            trust_env=False,
        )


def _identity_from(answer: Mapping[str, Any]) -> Identity:
    user, profile = answer["user"], answer["study_profile"]
    person = profile or user
    return Identity(
        account_id=int(user["user_id"]),
        profile_id=int(profile["user_id"]) if profile else NO_PROFILE,
        last_name=person["last_name"],
        first_name=person["first_name"],
        middle_name=person["middle_name"],
        birth_date=datetime.strptime(person["birthday"], "%d.%m.%Y").date(),  # noqa: DTZ007 - a date
        sex=SEXES[person["sex"]],
    )
