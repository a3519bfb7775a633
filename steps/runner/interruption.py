"""Ctrl-C and --max-time: a run ends cleanly in every process, however often and wherever it is stopped."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import pytest

TOLD_TO_STOP = pytest.StashKey[bool]()
TIME_IS_OVER = pytest.StashKey[float]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --max-time."""
    parser.getgroup("svyazka", "Связка").addoption(
        "--max-time", type=float, metavar="S", help="через сколько секунд остановить прогон"
    )


def pytest_configure(config: pytest.Config) -> None:
    """A worker heeds one Ctrl-C: the terminal sends it to everyone, the controller may send another."""
    config.pluginmanager.register(Hush(config), "svyazka-hush")
    if threading.current_thread() is threading.main_thread():
        before = signal.signal(signal.SIGINT, lambda *_: _stop(config))
        config.add_cleanup(partial(_listen_as, before))
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Workers(), "svyazka-workers")
        if config.getoption("max_time") is not None:
            config.pluginmanager.register(Deadline(config), "svyazka-deadline")


def _listen_as(before: Any) -> None:
    signal.signal(signal.SIGINT, before)


def _stop(config: pytest.Config) -> None:
    config.stash[TOLD_TO_STOP] = True
    if hasattr(config, "workerinput"):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise KeyboardInterrupt


@contextmanager
def heeded(config: pytest.Config) -> Iterator[None]:
    """Let an interruption be one, although an error came of it: what is closed half-way complains of that."""
    try:
        yield
    except Exception as error:
        if config.stash.get(TOLD_TO_STOP, False):
            raise KeyboardInterrupt from error
        raise


class Deadline:
    """Stops the run as Ctrl-C does, when its time is over."""

    def __init__(self, config: pytest.Config) -> None:
        """Know how long the run may take."""
        self._config = config
        self._timer = threading.Timer(config.getoption("max_time"), self._stop)
        self._timer.daemon = True

    def pytest_sessionstart(self) -> None:
        """Begin to count."""
        self._timer.start()

    def pytest_sessionfinish(self) -> None:
        """It has ended in time, or is about to end."""
        self._timer.cancel()

    def _stop(self) -> None:
        self._config.stash[TIME_IS_OVER] = self._config.getoption("max_time")
        if sys.platform == "win32":
            signal.raise_signal(signal.SIGINT)
        else:  # a system call that the main thread waits in has to be cut short
            signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)


class Workers:
    """Passes an interruption of the controller on to its workers."""

    def __init__(self) -> None:
        """Know no worker yet."""
        self.nodes: list[Any] = []

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        """Remember the worker that is being started."""
        self.nodes.append(node)

    def pytest_keyboard_interrupt(self) -> None:
        """Interrupt the workers too; where signals are no good the end of the connection does it, later."""
        if sys.platform != "win32":
            for node in self.nodes:
                process = node.gateway._io.popen
                if process.poll() is None:
                    os.kill(process.pid, signal.SIGINT)


class Hush:
    """Keeps quiet about what an interruption leaves half closed."""

    def __init__(self, config: pytest.Config) -> None:
        """Know whose warnings to hush."""
        self.config = config

    def pytest_keyboard_interrupt(self) -> None:
        """Forgive, from now on, what the garbage collector finds: the browser got the same Ctrl-C."""
        self.config.addinivalue_line("filterwarnings", "ignore::pytest.PytestUnraisableExceptionWarning")
