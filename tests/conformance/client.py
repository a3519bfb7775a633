"""What a client of others has to show: its whole way, and that reuse of a refresh token ends everything it had."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.metadata import version
from typing import Any, ClassVar

from tests.conformance.person import Unwelcome, come_back
from tests.http.protocol import call
from tests.http.world import World
from tests.people import ANNA

CLIENT_ID = "51234567"
SITE = "http://localhost:3000"


class Refused(Exception):
    """The client has been refused, and has noticed."""


class Client:
    """A client of others in the hands of somebody who has read its documentation."""

    name: ClassVar[str]
    package: ClassVar[str]  # as the registry calls it
    registry: ClassVar[str] = "PyPI"
    callback: ClassVar[str]
    settings: ClassVar[tuple[str, ...]]  # everything that is not as the client has it by itself
    calls: ClassVar[tuple[str, ...]]  # all that it knows, in order
    refuses_by: ClassVar[tuple[type[Exception], ...]] = (Refused, Unwelcome)

    def __init__(self, world: World) -> None:
        """Know the world in which somebody signs in; the client is registered there."""
        self.world = world
        self.tokens: Mapping[str, Any] = {}
        world.register(CLIENT_ID, self.callback)

    @property
    def version(self) -> str:
        """Which release this is."""
        return version(self.package)

    @property
    def knows_refresh(self) -> bool:
        """Whether it can renew its tokens."""
        return type(self).refresh is not Client.refresh

    def sign_in(self) -> None:
        """Go from authorize to tokens."""
        raise NotImplementedError

    def user(self, access_token: str) -> Mapping[str, Any]:
        """Ask who the token opens; this is also the last call that every client knows."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Renew the tokens, where the client can."""
        raise NotImplementedError

    def leave(self) -> None:
        """Make the last calls, where there are more."""

    def prove_nothing_left(self) -> None:
        """Prove that what the client keeps besides its tokens leads nowhere after their end."""

    def comes_back(self, address: str) -> str:
        """Where a person comes back who was sent to this address."""
        return come_back(self.world, address)


def go_the_whole_way(client: Client) -> None:
    """From authorize to the last call it knows; whatever refuses it is raised."""
    client.sign_in()
    _prove_user(client)
    if client.knows_refresh:
        before = client.tokens["access_token"]
        client.refresh()
        assert client.tokens["access_token"] != before
        _prove_user(client)
    client.leave()


def is_refused(client: Client) -> bool:
    """Whether something on the whole way is refused, and the client notices."""
    try:
        go_the_whole_way(client)
    except client.refuses_by:
        return True
    return False


def lose_all_by_reuse(client: Client) -> None:
    """Let somebody bring a refresh token a second time, and prove that nothing the client had is worth anything."""
    client.sign_in()
    first = dict(client.tokens)
    second = _renewed(client, first)
    assert client.user(second["access_token"])
    again = present(client.world, first)
    assert again["error_description"] == "refresh_token is missing or invalid"
    for token in (first["access_token"], second["access_token"]):
        prove_refused(client, client.user, token)
    assert "error" in present(client.world, second)
    if client.knows_refresh:
        prove_refused(client, client.refresh)
    client.prove_nothing_left()


def _renewed(client: Client, tokens: Mapping[str, Any]) -> Mapping[str, Any]:
    """The next pair: by the client, or where it knows no way, by whoever has its refresh token."""
    if client.knows_refresh:
        client.refresh()
        return dict(client.tokens)
    return {**present(client.world, tokens), "device_id": tokens["device_id"]}


def present(world: World, tokens: Mapping[str, Any]) -> dict[str, Any]:
    """What VK ID answers to whoever brings this refresh token, client or not."""
    form = {"grant_type": "refresh_token", "client_id": CLIENT_ID, "state": "s" * 32}
    brought = {name: str(tokens[name]) for name in ("refresh_token", "device_id")}
    return dict(call(world, "/oauth2/auth", data={**form, **brought}).json)


def _prove_user(client: Client) -> None:
    user = client.user(client.tokens["access_token"])
    assert (user["first_name"], user["last_name"]) == (ANNA["first_name"], ANNA["last_name"]), user


def prove_refused(client: Client, call: Callable[..., Any], *given: str) -> None:
    """Make a call of the client's; it must be refused, and the client must notice."""
    try:
        answer = call(*given)
    except client.refuses_by:
        return
    raise AssertionError(f"{client.name}: {call.__name__} goes on after the end: {answer}")
