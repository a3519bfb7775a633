"""Several processes that answer side by side at the same ports, over one database; each that dies is replaced.

They are forked when everything is made and the ports are taken, so all are the same simulator. Not for Windows.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Sequence
from typing import Any

from sim_server.domain.database import Database
from sim_server.server import Listener
from sim_server.storage import ADDRESS_VARIABLE

DEATHS_AT_MOST, WITHIN_SECONDS = 10, 60.0  # of all together: those that cannot live are not started for ever
GRACE_SECONDS = 5.0
BROKEN = 2
MOST = 8  # each may have eleven connections, and a server of PostgreSQL usually has a hundred
SEVERAL_WANT_MORE = (
    "Несколько процессов делят только базу PostgreSQL: назовите её в переменной "
    f"{ADDRESS_VARIABLE} (postgresql://пользователь@машина/база) или не называйте --workers"
)
DIED = "Процесс симулятора умер (код {code}) и запущен снова"
LAST_DIED = (
    "Процесс симулятора умер (код {code}), "
    f"{DEATHS_AT_MOST}-й за {WITHIN_SECONDS:.0f} с: симулятор остановлен"
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


class Deaths:
    """Tells whether processes die so often that new ones would too."""

    def __init__(self) -> None:
        """None has died."""
        self._latest: deque[float] = deque(maxlen=DEATHS_AT_MOST)

    def are_too_many(self, now: float) -> bool:
        """Count one more, at this second; return whether that is one too many in too short a time."""
        self._latest.append(now)
        return len(self._latest) == DEATHS_AT_MOST and now - self._latest[0] <= WITHIN_SECONDS


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

    def answer(self, begun: Callable[[], None]) -> int:
        """Let them answer until we are asked to stop, by SIGTERM too; return the exit code.

        When all are there, `begun` is called: until then whoever calls has no other threads.
        """
        signal.signal(signal.SIGTERM, lambda *_: self.stop())
        signal.signal(signal.SIGALRM, lambda *_: self._tell_all(signal.SIGKILL))
        self.start()
        begun()
        return self.keep()

    def start(self) -> None:
        """Fork them. Whoever calls has no other threads."""
        self._alive = os.pipe()  # its writing end is ours alone: when it closes, they go
        for _worker in range(self._number):
            self._fork()

    def keep(self) -> int:
        """Replace each that dies, until we are asked to stop by `stop` or Ctrl-C; return the exit code."""
        deaths = Deaths()
        try:
            while not self._stopping:
                gone, status = os.waitpid(-1, 0)
                self._pids.discard(gone)
                if self._stopping:
                    break
                code = os.waitstatus_to_exitcode(status)
                if deaths.are_too_many(time.monotonic()):
                    print(LAST_DIED.format(code=code), file=sys.stderr, flush=True)
                    return BROKEN
                print(DIED.format(code=code), file=sys.stderr, flush=True)
                self._fork()
        finally:
            self.stop()
            self._await_all()
        return 0

    def stop(self) -> None:
        """Ask all to end, and let nobody come meanwhile; who does not go in time is ended. `keep` then returns."""
        if self._stopping:
            return
        self._stopping = True
        signal.setitimer(signal.ITIMER_REAL, 2 * GRACE_SECONDS)
        self._give_up_ports()
        self._tell_all(signal.SIGTERM)

    def _give_up_ports(self) -> None:
        """A client that comes now is refused at once, instead of being left in the queue of a process that ends."""
        for listener in self._listeners:
            listener.give_up_port()

    def _tell_all(self, what: signal.Signals) -> None:
        for pid in [*self._pids]:
            _send(pid, what)

    def _await_all(self) -> None:
        """Wait until the last has gone."""
        for pid in [*self._pids]:
            os.waitpid(pid, 0)
            self._pids.discard(pid)
        signal.setitimer(signal.ITIMER_REAL, 0)

    def _fork(self) -> None:
        pid = os.fork()
        if not pid:
            self._work()
        self._pids.add(pid)
        if self._stopping:  # asked in between
            _send(pid, signal.SIGTERM)

    def _work(self) -> None:
        """Answer until we are asked to stop or the keeper is gone; never comes back."""
        code = 0 if self._stopping else BROKEN
        try:
            if self._stopping:  # the ports are given up already
                return
            stop = threading.Event()
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # it reaches all of us, and the keeper answers it
            signal.signal(signal.SIGTERM, lambda *_: stop.set())
            os.close(self._alive[1])
            threading.Thread(target=self._follow_keeper, args=(stop,), daemon=True).start()
            threading.Thread(target=_end_late, args=(stop,), daemon=True).start()
            self._database.go_on_in_fork()
            for listener in self._listeners:
                listener.start()
            stop.wait()
            self._give_up_ports()
            self._database.end_waiting()
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


def _end_late(stop: threading.Event) -> None:
    """End this process if it is still there so long after it was asked to go."""
    stop.wait()
    threading.Event().wait(GRACE_SECONDS)
    os._exit(BROKEN)


def _send(pid: int, what: signal.Signals) -> None:
    try:
        os.kill(pid, what)
    except ProcessLookupError:
        return
