"""Ctrl-C: the first one ends a run cleanly in every process, however often and wherever it was pressed."""

from __future__ import annotations

import os
import signal
import sys
from typing import Any

import pytest


def pytest_configure(config: pytest.Config) -> None:
    """A worker heeds one Ctrl-C: the terminal sends it to everyone, the controller may send another."""
    config.pluginmanager.register(Hush(config), "svyazka-hush")
    if hasattr(config, "workerinput"):
        signal.signal(signal.SIGINT, _once)
    else:
        config.pluginmanager.register(Workers(), "svyazka-workers")


def _once(*_: object) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise KeyboardInterrupt


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
