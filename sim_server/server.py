"""Serving a WSGI application on loopback: over TLS for runs, plainly for people and the control API."""

from __future__ import annotations

import errno
import os
import socket
import ssl
import tempfile
import threading
import time
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

import trustme
from cheroot.server import HTTPConnection
from cheroot.ssl.builtin import BuiltinSSLAdapter
from cheroot.workers.threadpool import ThreadPool
from cheroot.wsgi import Server

from sim_server.certificates import Authority, Issued
from sim_server.web.headers import CUT, UNANSWERED

LOOPBACK = "127.0.0.1"
THREADS = 16  # that work; whoever waits or sends slowly has one of its own besides
MOST_THREADS = 400
QUEUE = 512
LARGEST_BODY = 16_000_000  # bytes
SENDING_SECONDS = 10.0  # from a request's first byte to its last
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


class TimedConnection(HTTPConnection):
    """A connection that tells since when its client has been sending a request."""

    sending_since: float | None = None

    def communicate(self) -> bool:
        """Handle one request; return whether the connection stays open."""
        self.sending_since = time.monotonic()
        try:
            return self._handle()
        finally:
            self.sending_since = None

    def _handle(self) -> bool:
        return bool(super().communicate())  # type: ignore[no-untyped-call]


class TlsConnection(TimedConnection):
    """A connection that shakes hands when the client first speaks, and then waits like any other."""

    shaken = False

    def _handle(self) -> bool:
        if self.shaken:
            return super()._handle()
        try:
            self.socket.do_handshake()
        except (ssl.SSLError, OSError):
            return False
        self.shaken = True
        return True


class ElasticPool(ThreadPool):
    """Threads that work, and as many more as are held by clients who wait or send slowly."""

    # The pool's own, which its types leave out.
    _threads: list[Any]
    _spawn_worker: Callable[[], Any]
    _force_close: Callable[[Any], None]

    def put(self, obj: Any) -> None:
        """Have the connection handled, by one more thread if all are held."""
        if self.idle <= self.qsize and len(self._threads) < self.max:
            self._threads.append(self._spawn_worker())
        elif self.idle > 2 * self.min:
            self.shrink(1)
        super().put(obj)

    def give_up_late(self) -> None:
        """Close the connections of those who have been sending one request for too long."""
        latest = time.monotonic() - SENDING_SECONDS
        for connection in [worker.conn for worker in [*self._threads]]:
            since = getattr(connection, "sending_since", None)
            if since is not None and since <= latest:
                self._force_close(connection)


class WholeBodies:
    """A WSGI application before another: asks it when the body is there, so that whoever works need not wait for it."""

    def __init__(self, inside: Any) -> None:
        """Ask that one."""
        self._inside = inside

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        """Read the body, then answer; one that does not come whole is not worth an answer."""
        length = int(environ.get("CONTENT_LENGTH") or 0)
        if length:
            body = environ["wsgi.input"].read(length)
            if len(body) < length:
                start_response("408 Request Timeout", [("Content-Length", "0"), ("Connection", "close")])
                return []
            environ["wsgi.input"] = BytesIO(body)
        connection = getattr(threading.current_thread(), "conn", None)
        if connection is not None:
            connection.sending_since = None
        return self._inside(environ, start_response)


class CutConnections:
    """A WSGI application before another: where that says so, its client's connection ends without an answer."""

    def __init__(self, inside: Any) -> None:
        """Ask that one."""
        self._inside = inside

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        """Answer, or raise what a server hears when its client is gone: it then closes the connection in silence."""
        said: list[tuple[str, str]] = []

        def heard(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            said[:] = headers
            return start_response(status, headers, *rest)

        answer = self._inside(environ, heard)
        if (UNANSWERED, CUT) in said:
            getattr(answer, "close", int)()
            raise ConnectionAbortedError(errno.ECONNABORTED, "ordered by the world")
        return answer


class PatientServer(Server):
    """Gives a connection to a worker when its client speaks, the first time too; Cheroot gives a new one at once."""

    _connections: Any  # the library's own, which its types leave out
    _bound: Any = None

    def take_port(self) -> None:
        """Take the port and let clients come; raises what the system says. They are answered once it is prepared."""
        host, port = self.bind_addr
        refusal: OSError | None = None
        for family, kind, protocol, _name, _address in _addresses(host, port):
            try:
                self._bound = super().bind(family, kind, protocol)
            except OSError as error:
                refusal = error
            else:
                self._bound.listen(QUEUE)
                return
        raise refusal or OSError(errno.EADDRNOTAVAIL, os.strerror(errno.EADDRNOTAVAIL))

    @staticmethod
    def bind_socket(socket_: socket.socket, bind_addr: Any) -> Any:
        """Bind it; one whose port is refused is closed, which the library leaves undone."""
        try:
            socket_.bind(bind_addr)
        except OSError:
            socket_.close()
            raise
        return socket_

    def give_up_port(self) -> None:
        """Take nobody more there, and let others have it; processes that answer there keep it."""
        if self.ready and self._bound.fileno() >= 0:
            # Closing is not enough: what other processes hold open would go on telling of clients.
            self._connections._selector.unregister(self._bound.fileno())
        self._bound.close()

    def prepare(self) -> None:
        """Get ready to answer; clients that another process has taken meanwhile are not waited for."""
        super().prepare()
        self._bound.setblocking(False)

    def bind(self, family: int, type: int, proto: int = 0) -> Any:
        """Use the port that was taken."""
        self.socket = self._bound
        return self._bound

    def put_conn(self, conn: HTTPConnection) -> None:
        """Let an answered connection wait for its next request; one that is answered while we stop is closed."""
        try:
            super().put_conn(conn)
        except ValueError:  # the selector is gone already
            conn.close()

    def process_conn(self, conn: HTTPConnection) -> None:
        """Take a connection: one that was never waited for goes where the idle ones wait."""
        if conn.last_used is None:
            self.put_conn(conn)
        else:
            super().process_conn(conn)


class Listener:
    """One listening server in a thread of its own: it has its port at once, and answers when it is started.

    Processes that are forked in between answer side by side at the same port.
    """

    def __init__(
        self,
        wsgi: Any,
        port: int = 0,
        tls_hosts: Iterable[str] = (),
        address: str = LOOPBACK,
        authority: Authority | None = None,
    ) -> None:
        self._server = PatientServer(
            (address, port), WholeBodies(CutConnections(wsgi)), request_queue_size=QUEUE
        )
        self._server.requests = ElasticPool(self._server, min=THREADS, max=MOST_THREADS)
        self._server.max_request_body_size = LARGEST_BODY
        self._server.ConnectionClass = TimedConnection
        hosts = tuple(tls_hosts)
        if hosts:
            self._server.ssl_adapter = _adapter(hosts, authority)
            self._server.ConnectionClass = TlsConnection
        self._server.expiration_interval = WAKE_UP_SECONDS
        self._server.take_port()
        self._thread = threading.Thread(target=self._server.serve, name=f"listener:{self.port}", daemon=True)
        self._stopping = threading.Event()
        self._watch = threading.Thread(target=self._watch_senders, name=f"watch:{self.port}", daemon=True)

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._server.bind_addr[1])

    def start(self) -> None:
        """Begin to answer."""
        self._server.prepare()
        self._thread.start()
        self._watch.start()

    def wait(self) -> None:
        """Return when it has stopped; Ctrl-C gets through."""
        while self._thread.is_alive():
            self._thread.join(0.5)

    def give_up_port(self) -> None:
        """Let nobody come any more; who is there is still answered."""
        self._server.give_up_port()

    def stop(self) -> None:
        """End answering, if it ever began, and free the port."""
        self._stopping.set()
        self._server.stop()
        self._server.give_up_port()
        if self._thread.is_alive():
            self._thread.join()

    def _watch_senders(self) -> None:
        while not self._stopping.wait(WAKE_UP_SECONDS):
            self._server.requests.give_up_late()


def _addresses(host: str, port: int) -> list[Any]:
    """The addresses of that name."""
    return socket.getaddrinfo(host, port, socket.AF_UNSPEC, socket.SOCK_STREAM, 0, socket.AI_PASSIVE)


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
