"""VK ID under its real names, as `serve --tls --ca-file` has it, and how programs of this process find and trust it."""

from __future__ import annotations

import argparse
import os
import re
import socket
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from sim_server.simulator import Simulator
from sim_server.tls import encrypted

HTTPS = 443
VK_ID_HOSTS = ("id.vk.ru", "id.vk.com", "oauth.vk.ru", "oauth.vk.com")


@dataclass(frozen=True)
class Served:
    """Where VK ID answers by TLS, and the file of the authority that a client has to trust."""

    port: int
    ca_file: Path

    @property
    def rules(self) -> Mapping[str, int]:
        """Where the names lead: a port of this machine for each."""
        return dict.fromkeys(VK_ID_HOSTS, self.port)


@contextmanager
def served_by_tls(simulator: Simulator, folder: Path) -> Iterator[Served]:
    """Have VK ID answer, with an authority that is made in this folder."""
    options = argparse.Namespace(tls_port=0, ca_file=folder / "ca.pem")
    own = {name: str(folder) for name in ("XDG_DATA_HOME", "LOCALAPPDATA", "HOME")}
    with ExitStack() as held:
        with patch.dict(os.environ, own):
            told = held.enter_context(encrypted(simulator, options))
        found = re.search(r":(\d+) ", told[0])
        assert found is not None, told
        yield Served(int(found[1]), options.ca_file)


@contextmanager
def found_and_trusted(served: Served) -> Iterator[None]:
    """Let programs of this process find VK ID by its names, and trust it by its file."""
    trusted = {"REQUESTS_CA_BUNDLE": str(served.ca_file), "NO_PROXY": "*", "no_proxy": "*"}
    with patch.dict(os.environ, trusted), resolved(served.rules):
        yield


@contextmanager
def resolved(rules: Mapping[str, int], asked: int = HTTPS) -> Iterator[None]:
    """Let these names, asked at a port, lead to ports of this machine: what `--host-resolver-rules` is to a browser."""
    usual = socket.getaddrinfo

    def by_rules(host: Any, port: Any, *rest: Any, **named: Any) -> Any:
        if host in rules and int(port) == asked:
            return usual("127.0.0.1", rules[host], *rest, **named)
        return usual(host, port, *rest, **named)

    with patch.object(socket, "getaddrinfo", by_rules):
        yield
