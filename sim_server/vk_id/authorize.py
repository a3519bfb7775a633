"""GET /authorize: an ordered tuple of checks. RFC 6749 §4.1.1, RFC 7636 §4.3."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sim_server.domain.callbacks import callback_address
from sim_server.domain.protocol_rules import Rules
from sim_server.domain.sign_ins import AuthorizationRequest
from sim_server.tenancy import Place
from sim_server.vk_id.clients import Client
from sim_server.vk_id.popup import opener_of
from sim_server.vk_id.scopes import granted, unknown

CHALLENGE = re.compile(r"[A-Za-z0-9_-]{43}")  # base64url of a SHA-256, RFC 7636 §4.2
METHODS = {True: ("S256", "s256"), False: ("S256",)}  # by whether small letters will do
PROVIDERS = ("", "vkid")
OTHER_PROVIDERS = ("ok_ru", "mail_ru")  # through these nobody signs in here
WAY_BACK = frozenset({"client_id", "redirect_uri"})
PROMPTS = ("none", "login", "consent", "select_account")


@dataclass(frozen=True)
class Asked:
    """The query of the request, and where it was made."""

    query: Mapping[str, str]
    place: Place
    clients: Mapping[str, Client]
    rules: Rules
    repeated: frozenset[str] = frozenset()  # the parameters that came with two values

    def __getitem__(self, name: str) -> str:
        return self.query.get(name, "")

    @property
    def client(self) -> Client:
        """The client that asks; raises KeyError for an unknown one."""
        return self.clients[self["client_id"]]

    @property
    def opener(self) -> str:
        """The origin of the client's page that awaits the answer in a window it has opened; empty if none does."""
        return opener_of(self["origin"], self.client.callbacks(self.place.url))


class RequestRefused(Exception):
    """The request cannot be sent back to whoever made it: the person is told."""


class RequestReturned(Exception):
    """The request goes back to its client with an error; `args` are error and description."""


def _nothing_it_goes_back_by_is_said_twice(asked: Asked) -> None:
    twice = asked.repeated & WAY_BACK
    if twice and asked.rules.repeated_parameter == "refused":
        raise RequestRefused(f"{min(twice)} is repeated")


def _client_is_known(asked: Asked) -> None:
    if asked["client_id"] not in asked.clients:
        raise RequestRefused("client_id is unknown")


def _redirect_uri_is_registered(asked: Asked) -> None:
    if asked["redirect_uri"] not in asked.client.callbacks(asked.place.url):
        raise RequestRefused("redirect_uri is not registered for this client")


def _nothing_is_said_twice(asked: Asked) -> None:
    if asked.repeated and asked.rules.repeated_parameter == "refused":
        raise RequestReturned("invalid_request", f"{min(asked.repeated)} is repeated")


def _response_type_is_code(asked: Asked) -> None:
    if asked["response_type"] != "code":
        raise RequestReturned("invalid_request", "response_type is missing or invalid")


def _state_is_long_enough(asked: Asked) -> None:
    if len(asked["state"]) < asked.rules.shortest_state:
        raise RequestReturned("invalid_request", "state is missing or invalid")


def _challenge_is_s256(asked: Asked) -> None:
    if asked["code_challenge_method"] not in METHODS[asked.rules.method_in_small_letters]:
        raise RequestReturned("invalid_request", "code_challenge_method is missing or invalid")
    if not CHALLENGE.fullmatch(asked["code_challenge"]):
        raise RequestReturned("invalid_request", "code_challenge is missing or invalid")


def _scope_is_known(asked: Asked) -> None:
    if asked.rules.unknown_scope == "refused" and unknown(asked["scope"]):
        raise RequestReturned("invalid_scope", f"{unknown(asked['scope'])[0]} is unknown")


def _prompt_is_known(asked: Asked) -> None:
    prompts = asked["prompt"].split()
    if any(one not in PROMPTS for one in prompts) or ("none" in prompts and len(prompts) > 1):
        raise RequestReturned("invalid_request", "prompt is invalid")


def _provider_is_here(asked: Asked) -> None:
    if asked["provider"] in OTHER_PROVIDERS:
        raise RequestReturned("temporarily_unavailable", "this provider is not available")
    if asked["provider"] not in PROVIDERS:
        raise RequestReturned("invalid_request", "provider is invalid")


def _opener_is_the_client_s(asked: Asked) -> None:
    if asked["origin"] and not asked.opener:
        raise RequestReturned("invalid_request", "origin is invalid")


CHECKS: tuple[Callable[[Asked], None], ...] = (
    _nothing_it_goes_back_by_is_said_twice,
    _client_is_known,
    _redirect_uri_is_registered,
    _nothing_is_said_twice,
    _response_type_is_code,
    _state_is_long_enough,
    _challenge_is_s256,
    _scope_is_known,
    _prompt_is_known,
    _provider_is_here,
    _opener_is_the_client_s,
)


def check_request(asked: Asked) -> AuthorizationRequest:
    """The sound request, or RequestRefused or RequestReturned from the first check that fails."""
    for check in CHECKS:
        check(asked)
    return AuthorizationRequest(
        redirect_uri=asked["redirect_uri"],
        state=asked["state"],
        scope=granted(asked["scope"]),
        code_challenge=asked["code_challenge"],
        login_hint=asked["login_hint"],
        prompt=asked["prompt"],
        opener=asked.opener,
    )


def returned_address(asked: Asked, error: str, description: str) -> str:
    """Where a returned request goes: the client's callback with the error. RFC 6749 §4.1.2.1."""
    answer = {"error": error, "error_description": description, "state": asked["state"]}
    return callback_address(asked["redirect_uri"], asked.rules.callback_form, answer)
