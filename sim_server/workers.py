"""Several processes that answer side by side at the same ports, over one database; each that dies is replaced.

They are forked when everything is made and the ports are taken, so all are the same simulator. Not for Windows.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
import traceback
from collections.abc import Sequence
from typing import Any

from sim_server.domain.database import Database
from sim_server.server import Listener
from sim_server.storage import ADDRESS_VARIABLE

DEATHS_AT_MOST = 10  # of all together: those that cannot live are not started for ever
GRACE_SECONDS = 5.0
BROKEN = 2
MOST = 8  # each may have eleven connections, and a server of PostgreSQL usually has a hundred
SEVERAL_WANT_MORE = (
    "Несколько процессов делят только базу PostgreSQL: назовите её в переменной "
    f"{ADDRESS_VARIABLE} (postgresql://пользователь@машина/база) или не называйте --workers"
)
SEVERAL_WANT_FORK = "В Windows симулятор работает одним процессом: не называйте --workers"


class WorkersRefused(ValueError):
    """There cannot be several processes here; the message is Russian and says what to do."""


def add_workers_argument(parser: Any) -> None:
    """Let several processes be asked for."""
    told = f"сколько процессов отвечают по одному адресу, до {MOST}; больше одного — только с PostgreSQL"
    parser.add_argument("--workers", type=number_of_workers, default=1, metavar="N", help=told)


def number_of_workers(text: str) -> int:
    """How many processes there shall be, from one to as many as a database has connections for."""
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= MOST):
        raise argparse.ArgumentTypeError(f"нужно число от 1 до {MOST}, а не «{text}»")
    return int(text)


def prove_possible(number: int, database: Database) -> None:
    """Return if so many processes can answer over that database; raises WorkersRefused."""
    if number > 1 and not hasattr(os, "fork"):
        raise WorkersRefused(SEVERAL_WANT_FORK)
    if number > 1 and not database.is_shared:
        raise WorkersRefused(SEVERAL_WANT_MORE)


class Workers:
    """Processes that answer at these listeners' ports; nobody but they does."""

    def __init__(self, number: int, listeners: Sequence[Listener], database: Database) -> None:
        """Know what they shall do; none is there yet."""
        self._number = number
        self._listeners = listeners
        self._database = database
        self._pids: set[int] = set()
        self._stopping = False
        self._alive: tuple[int, int] = (-1, -1)

    def start(self) -> None:
        """Fork them. Whoever calls has no other threads."""
        self._alive = os.pipe()  # its writing end is ours alone: when it closes, they go
        for _worker in range(self._number):
            self._fork()

    def keep(self) -> int:
        """Replace each that dies, until we are asked to stop by `stop` or Ctrl-C; return the exit code."""
        deaths = 0
        try:
            while not self._stopping:
                gone, status = os.waitpid(-1, 0)
                self._pids.discard(gone)
                if self._stopping:
                    break
                deaths += 1
                print(_told(os.waitstatus_to_exitcode(status)), file=sys.stderr, flush=True)
                if deaths >= DEATHS_AT_MOST:
                    return BROKEN
                self._fork()
        finally:
            self.stop()
            self._await_all()
        return 0

    def stop(self) -> None:
        """Ask all to end; `keep` then returns."""
        self._stopping = True
        self._tell_all(signal.SIGTERM)

    def _tell_all(self, what: signal.Signals) -> None:
        for pid in [*self._pids]:
            _send(pid, what)

    def _await_all(self) -> None:
        """Wait until the last has gone; who does not go in time is ended."""
        late = threading.Timer(GRACE_SECONDS, self._tell_all, (signal.SIGKILL,))
        late.daemon = True
        late.start()
        for pid in [*self._pids]:
            os.waitpid(pid, 0)
            self._pids.discard(pid)
        late.cancel()

    def _fork(self) -> None:
        pid = os.fork()
        if not pid:
            self._work()
        self._pids.add(pid)
        if self._stopping:  # asked in between
            _send(pid, signal.SIGTERM)

    def _work(self) -> None:
        """Answer until we are asked to stop or the keeper is gone; never comes back."""
        code = BROKEN
        try:
            stop = threading.Event()
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # it reaches all of us, and the keeper answers it
            signal.signal(signal.SIGTERM, lambda *_: stop.set())
            os.close(self._alive[1])
            threading.Thread(target=self._follow_keeper, args=(stop,), daemon=True).start()
            self._database.go_on_in_fork()
            for listener in self._listeners:
                listener.start()
            stop.wait()
            for listener in self._listeners:
                listener.stop()
            code = 0
        except Exception:
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(code)

    def _follow_keeper(self, stop: threading.Event) -> None:
        os.read(self._alive[0], 1)
        stop.set()
        threading.Event().wait(GRACE_SECONDS)
        os._exit(BROKEN)


def _told(code: int) -> str:
    return f"Процесс симулятора умер (код {code}) и запущен снова"


def _send(pid: int, what: signal.Signals) -> None:
    try:
        os.kill(pid, what)
    except ProcessLookupError:
        return
