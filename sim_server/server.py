"""Serving a WSGI application on loopback: over TLS for runs, plainly for people and the control API."""

from __future__ import annotations

import ssl
import tempfile
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import trustme
from cheroot.server import HTTPConnection
from cheroot.ssl.builtin import BuiltinSSLAdapter
from cheroot.wsgi import Server

from sim_server.certificates import Authority, Issued

LOOPBACK = "127.0.0.1"
THREADS = 16
QUEUE = 128
WAKE_UP_SECONDS = 0.1  # how soon a listener notices that it shall stop


class LateHandshake(BuiltinSSLAdapter):
    """TLS whose handshake is the worker's business.

    Cheroot shakes hands in the thread that accepts: one client that connects and says nothing (a browser's
    spare connection, a killed browser) would keep all others waiting.
    """

    def wrap(self, sock: Any) -> tuple[Any, dict[str, str]]:
        """The socket, not yet shaken hands with."""
        wrapped = self.context.wrap_socket(sock, do_handshake_on_connect=False, server_side=True)
        return wrapped, {"wsgi.url_scheme": "https", "HTTPS": "on"}


class TlsConnection(HTTPConnection):
    """A connection that shakes hands when the client first speaks, and then waits like any other."""

    shaken = False

    def communicate(self) -> bool:
        """Handle one request; return whether the connection stays open."""
        if self.shaken:
            return bool(super().communicate())  # type: ignore[no-untyped-call]
        try:
            self.socket.do_handshake()
        except (ssl.SSLError, OSError):
            return False
        self.shaken = True
        return True


class PatientServer(Server):
    """Gives a connection to a worker when its client speaks, the first time too; Cheroot gives a new one at once."""

    _refusal: OSError | None = None

    def prepare(self) -> None:
        """Take the port; raise what the system says, of which Cheroot keeps the words and not the number."""
        try:
            super().prepare()
        except OSError as error:
            raise self._refusal or error from None

    def bind(self, family: int, type: int, proto: int = 0) -> Any:
        """Take one address, and remember why it could not be had."""
        try:
            return super().bind(family, type, proto)
        except OSError as error:
            self._refusal = error
            raise

    def process_conn(self, conn: HTTPConnection) -> None:
        """Take a connection: one that was never waited for goes where the idle ones wait."""
        if conn.last_used is None:
            self.put_conn(conn)
        else:
            super().process_conn(conn)


class Listener:
    """One listening server in a thread of its own."""

    def __init__(
        self,
        wsgi: Any,
        port: int = 0,
        tls_hosts: Iterable[str] = (),
        address: str = LOOPBACK,
        authority: Authority | None = None,
    ) -> None:
        self._server = PatientServer((address, port), wsgi, numthreads=THREADS, request_queue_size=QUEUE)
        hosts = tuple(tls_hosts)
        if hosts:
            self._server.ssl_adapter = _adapter(hosts, authority)
            self._server.ConnectionClass = TlsConnection
        self._server.expiration_interval = WAKE_UP_SECONDS
        self._server.prepare()
        self._thread = threading.Thread(target=self._server.serve, name=f"listener:{self.port}", daemon=True)

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._server.bind_addr[1])

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()

    def wait(self) -> None:
        """Return when it has stopped; Ctrl-C gets through."""
        while self._thread.is_alive():
            self._thread.join(0.5)

    def stop(self) -> None:
        """End answering, if it ever began, and free the port."""
        self._server.stop()
        if self._thread.is_alive():
            self._thread.join()


def _passing(hosts: tuple[str, ...]) -> Issued:
    """A certificate by an authority that is made for this run and forgotten with it."""
    issued = trustme.CA().issue_cert(*hosts)
    return Issued(b"".join(pem.bytes() for pem in issued.cert_chain_pems), issued.private_key_pem.bytes())


def _adapter(hosts: tuple[str, ...], authority: Authority | None) -> LateHandshake:
    """A certificate by the authority, which lies in a file only until it is read."""
    issued = authority.issue(hosts) if authority else _passing(hosts)
    with tempfile.TemporaryDirectory(prefix="svyazka-tls-") as folder:
        chain, key = Path(folder, "chain.pem"), Path(folder, "key.pem")
        chain.write_bytes(issued.chain)
        key.write_bytes(issued.key)
        return LateHandshake(str(chain), str(key))
