"""A keeper and its process without a simulator: `python -m tests.unit.sim_server.keeping news|ever`.

At one address whoever asks waits, for news that never comes or for ever; at the other everybody is answered.
"""

import sys
import threading
from collections.abc import Callable, Iterable
from typing import Any

from sim_server import workers
from sim_server.domain.news import News
from sim_server.server import Listener
from sim_server.workers import Workers

LONG = 600.0
GRACE_SECONDS = {"news": LONG, "ever": 0.5}  # who waits for news ends as asked; the others are ended


class Waiting:
    """What the workers know of a database: who waits, and what a fork does to it."""

    def __init__(self) -> None:
        self._news = News()

    def go_on_in_fork(self) -> None:
        """There is no connection."""

    def end_waiting(self) -> None:
        """Lets nobody wait any more."""
        self._news.end()

    def wait(self) -> None:
        """Waits for news."""
        self._news.wait_for(lambda: None, LONG, ["nothing"])


def answering(first: Callable[[], Any]) -> Any:
    def answer(_environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        first()
        start_response("200 OK", [("Content-Length", "0")])
        return [b""]

    return answer


def main() -> int:
    """Answers until asked to stop."""
    waiting: Any = Waiting()
    held = {"news": waiting.wait, "ever": threading.Event().wait}[sys.argv[1]]
    workers.GRACE_SECONDS = GRACE_SECONDS[sys.argv[1]]
    listeners = Listener(answering(held)), Listener(answering(lambda: None))

    def begun() -> None:
        print(*(one.port for one in listeners), flush=True)

    return Workers(1, listeners, waiting).answer(begun)


if __name__ == "__main__":
    sys.exit(main())
