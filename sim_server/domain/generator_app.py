"""Codes of a generator app: six digits of the shared secret and the time, new every thirty seconds. RFC 6238."""

from __future__ import annotations

from collections.abc import Iterable

import pyotp

STEP_SECONDS = 30


def current_code(secret: str, at: float) -> str:
    """What the app shows at that moment (epoch seconds)."""
    return pyotp.TOTP(secret, interval=STEP_SECONDS).at(int(at))


def step_at(at: float) -> int:
    """The number of the time step that holds the moment."""
    return int(at) // STEP_SECONDS


def seconds_left(at: float) -> int:
    """How long the app will still show the same code."""
    return STEP_SECONDS - int(at) % STEP_SECONDS


def step_of(secret: str, typed: str, steps: Iterable[int]) -> int | None:
    """The first of the time steps whose code this is; None if it is no code of theirs."""
    app = pyotp.TOTP(secret, interval=STEP_SECONDS)
    return next((step for step in steps if app.generate_otp(step) == typed), None)
