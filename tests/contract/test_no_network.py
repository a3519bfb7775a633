"""No test of ours can reach a system beyond this machine."""

import socket

import pytest


@pytest.mark.parametrize("address", ["192.0.2.1", "id.vk.com", "0.0.0.0"])  # noqa: S104 - an address to refuse
@pytest.mark.parametrize("way", ["connect", "connect_ex"])
def test_connection_beyond_loopback_is_refused(address: str, way: str) -> None:
    with socket.socket() as client, pytest.raises(PermissionError, match="wanted to connect"):
        getattr(client, way)((address, 443))


def test_connection_within_loopback_is_let_through() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as client:
        client.connect(server.getsockname())
        assert client.getpeername() == server.getsockname()
