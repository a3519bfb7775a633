"""A simulator that runs in other processes, as a WSGI application: each request goes there on a new connection."""

from __future__ import annotations

import ssl
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from http.client import HTTPConnection, HTTPSConnection
from typing import Any

from werkzeug.test import Client
from werkzeug.wrappers import Request

from sim_server.domain.database import Database
from sim_server.server import LOOPBACK

PATIENCE = 60.0
NOT_OURS = {"connection", "transfer-encoding"}


@dataclass(frozen=True)
class Far:
    """What listens at a port of this machine; `token` is what it wants to be told, if anything."""

    port: int
    tls: bool = False
    token: str = ""

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Ask there what is asked here."""
        request = Request(environ)
        headers = dict(request.headers) | ({"Authorization": f"Bearer {self.token}"} if self.token else {})
        asked = request.full_path if request.query_string else request.path
        connection = self._connection()
        try:
            connection.request(request.method, asked, request.get_data(), headers)
            answer = connection.getresponse()
            body = answer.read()
        finally:
            connection.close()
        kept = [(name, value) for name, value in answer.getheaders() if name.lower() not in NOT_OURS]
        start_response(f"{answer.status} {answer.reason}", kept)
        return [body]

    def test_client(self) -> Client:
        """Somebody who asks there."""
        return Client(self)

    def _connection(self) -> HTTPConnection:
        if self.tls:
            return HTTPSConnection(LOOPBACK, self.port, timeout=PATIENCE, context=_trusting_all())
        return HTTPConnection(LOOPBACK, self.port, timeout=PATIENCE)


@dataclass(frozen=True)
class FarSimulator:
    """The sites and the control API of such a simulator, and the database that it shares with us."""

    sites: Far
    control: Far
    database: Database
    pid: int

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Ask a site."""
        return self.sites(environ, start_response)


@cache
def _trusting_all() -> ssl.SSLContext:
    """A context for certificates that were made for this run."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context
