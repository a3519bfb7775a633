"""While a process starts, nothing it makes is garbage: looking for some takes a fifth of that time."""

from __future__ import annotations

import gc

import pytest


@pytest.hookimpl(tryfirst=True)
def pytest_configure() -> None:
    """Look for no garbage while everything is loaded and collected."""
    gc.disable()


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop() -> None:
    """Keep what there is by now for good, and look for garbage as usual."""
    gc.freeze()
    gc.enable()


def pytest_unconfigure() -> None:
    """Leave Python as it was, also where nothing was executed."""
    gc.enable()
