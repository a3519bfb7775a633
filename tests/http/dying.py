"""A simulator that dies at a moment of its own: `python -m tests.http.dying ADDRESS`, a moment on each line of input.

What asks the database and what is committed is counted from the first request on; before the one with that number it
is killed, as by the system. It tells its port and process, and if it is asked to end, how many there were and which
of them were commits.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Engine, event

from sim_server.domain.database import Database
from sim_server.server import Listener
from sim_server.simulator import Simulator


@dataclass
class Fate:
    """Counts the moments; at its own it kills this process."""

    moment: int
    passed: int = 0
    commits: list[int] = field(default_factory=list)

    def pass_one(self, *_any: Any) -> None:
        """One more; nothing is tidied up after the last."""
        if self.passed == self.moment:
            os.kill(os.getpid(), signal.SIGKILL)
        self.passed += 1

    def pass_commit(self, *_any: Any) -> None:
        """One at whose end something is there for good."""
        self.commits.append(self.passed)
        self.pass_one()

    def begin(self, engine: Engine) -> None:
        """Count from now on."""
        event.listen(engine, "before_cursor_execute", self.pass_one)
        event.listen(engine, "commit", self.pass_commit)


def main() -> None:
    """Fork a simulator for each line, one after the other."""
    database = Database(sys.argv[1])
    simulator = Simulator(database)
    database.engine.dispose()
    for line in sys.stdin:
        listener = Listener(simulator)
        pid = os.fork()
        if not pid:
            live(database, listener, Fate(int(line)))
        print(listener.port, pid, flush=True)
        listener.stop()
        os.waitpid(pid, 0)


def live(database: Database, listener: Listener, fate: Fate) -> None:
    """Answer until asked to stop, or until the moment comes."""
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    database.go_on_in_fork()
    fate.begin(database.engine)
    listener.start()
    stop.wait()
    print(fate.passed, *fate.commits, flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
