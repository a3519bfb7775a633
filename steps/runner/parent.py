"""Lets a worker notice that the process it works for is gone, however hard it went, and leave."""

from __future__ import annotations

import os
import sys
import threading
from typing import Any

import pytest

LOST_PARENT = 2
LOOK_EVERY_SECONDS = 0.5
SYNCHRONIZE, FOREVER = 0x0010_0000, 0xFFFF_FFFF  # of the Windows API


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell each worker whom it works for."""
    node.workerinput["svyazka_controller"] = os.getpid()


def pytest_configure(config: pytest.Config) -> None:
    """Watch the controller, in workers; whoever started the controller is the front door's to watch."""
    controller = getattr(config, "workerinput", {}).get("svyazka_controller")
    if controller is not None:
        leave_with(controller)


def leave_with(parent: int) -> None:
    """Leave as soon as the parent is gone; the browser's driver goes with the pipe that ties it to us."""
    threading.Thread(target=_watch, args=(parent,), name="lost-parent", daemon=True).start()


def _watch(parent: int) -> None:
    wait_for_end = _wait_on_windows if sys.platform == "win32" else _wait_elsewhere
    wait_for_end(parent)
    os._exit(LOST_PARENT)


def _wait_elsewhere(parent: int) -> None:
    """An orphan is given another parent: that is the sign."""
    never = threading.Event()
    while os.getppid() == parent:
        never.wait(LOOK_EVERY_SECONDS)


def _wait_on_windows(parent: int) -> None:
    """A venv's python.exe is a launcher, so the parent's own handle is waited for, not `getppid`."""
    import ctypes

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined, unused-ignore]  # Windows alone has it
    handle = kernel.OpenProcess(SYNCHRONIZE, False, parent)
    if handle:
        kernel.WaitForSingleObject(handle, FOREVER)
