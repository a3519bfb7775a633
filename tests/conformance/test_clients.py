"""Unmodified clients of PyPI, each from authorize to the last call it knows."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from sim_server.simulator import Simulator
from tests.conformance.client import Client, go_the_whole_way, lose_all_by_reuse
from tests.conformance.clients import OF_PYPI
from tests.conformance.judging import Judged, about, is_refused_by, is_refused_by_others
from tests.conformance.person import Unwelcome
from tests.conformance.served import Served, found_and_trusted, served_by_tls
from tests.conformance.table import FILE, row
from tests.conformance.with_authlib import Authlib
from tests.conformance.with_social_auth import OldSocialAuth
from tests.http.world import World
from tests.people import ANNA

ADVICE = "страница устарела: python3 svyazka.py conformance"
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # what others import is theirs


@pytest.fixture(scope="module", autouse=True)
def served(simulator: Simulator, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """VK ID by TLS, found and trusted."""
    with served_by_tls(simulator, tmp_path_factory.mktemp("tls")) as served, found_and_trusted(served):
        yield served


@pytest.fixture
def world(simulator: Simulator) -> World:
    """A world with one person."""
    return World(simulator, [ANNA])


@pytest.mark.parametrize("client", OF_PYPI)
def test_goes_the_whole_way(client: type[Client], world: World) -> None:
    go_the_whole_way(client(world))


@pytest.mark.parametrize("client", OF_PYPI)
def test_reuse_ends_everything(client: type[Client], world: World) -> None:
    lose_all_by_reuse(client(world))


@pytest.mark.parametrize("client", OF_PYPI)
def test_page_tells_which_switches_refuse_it(client: type[Client], simulator: Simulator) -> None:
    """Each of those named does, alone; all others, set as `strict` has them at once, do not."""
    line = line_of(client)
    named = tuple(re.findall(r"`(\w+)`", line.split(" | ")[-1]))
    version = client(World(simulator, [])).version
    assert line == row(Judged(*about(client, version), observed=True, refusing=named)), ADVICE
    assert not is_refused_by_others(named, client, World(simulator, [ANNA])), ADVICE
    for name in named:
        assert is_refused_by(name, client, World(simulator, [ANNA])), ADVICE


def line_of(client: type[Client]) -> str:
    """Returns what the page says of a client."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    (found,) = (line for line in lines if line.startswith(f"| {client.registry} `{client.name}` |"))
    return found


def test_client_that_does_not_trust_the_file_goes_nowhere(
    world: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = tmp_path / "other.pem"
    other.write_bytes(Path(requests.certs.where()).read_bytes())
    monkeypatch.setitem(os.environ, "REQUESTS_CA_BUNDLE", str(other))
    with pytest.raises(requests.exceptions.SSLError):
        Authlib(world).sign_in()


def test_client_of_the_old_protocol_is_told_so(world: World) -> None:
    client = OldSocialAuth(world)
    with pytest.raises(Unwelcome, match="по старому протоколу"):
        client.sign_in()
    with pytest.raises(client.refuses_by) as refused:
        client.exchange()
    assert "the old protocol is not served" in str(vars(refused.value))
