"""The listening server: what it does to answers that are cut off, and to those who come when it ends."""

import socket
from collections.abc import Iterable
from typing import Any

import pytest

from sim_server.server import LOOPBACK, CutConnections, Listener
from sim_server.web.headers import CUT, UNANSWERED

REQUEST = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"


class Answer(list[bytes]):
    """An answer that wants to be closed, as PEP 3333 allows."""

    closed = False

    def close(self) -> None:
        """Gives up what it holds."""
        self.closed = True


def test_answer_that_is_cut_off_is_closed() -> None:
    answer = Answer()

    def inside(_environ: dict[str, Any], start_response: Any) -> Answer:
        start_response("503 Service Unavailable", [(UNANSWERED, CUT)])
        return answer

    with pytest.raises(ConnectionAbortedError):
        CutConnections(inside)({}, lambda *_: None)
    assert answer.closed


def greeting(_environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    start_response("200 OK", [("Content-Length", "2")])
    return [b"ok"]


def test_whoever_gives_up_the_port_answers_who_is_there_and_nobody_else() -> None:
    listener = Listener(greeting)
    listener.start()
    try:
        with socket.create_connection((LOOPBACK, listener.port)) as client, client.makefile("rb") as said:
            for _before_and_after in range(2):
                client.sendall(REQUEST)
                assert said.readline() == b"HTTP/1.1 200 OK\r\n"
                while said.readline().strip():
                    pass
                assert said.read(2) == b"ok"
                listener.give_up_port()
            with pytest.raises(ConnectionRefusedError):
                socket.create_connection((LOOPBACK, listener.port))
    finally:
        listener.stop()
