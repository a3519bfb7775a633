"""What an app was made with: one frozen value of the app's own class, which its views ask for by that class."""

from __future__ import annotations

from typing import TypeVar

from flask import Flask, current_app

KEY = "SVYAZKA"
C = TypeVar("C")


def configure(app: Flask, configuration: object) -> None:
    """Gives the app its configuration."""
    app.config[KEY] = configuration


def configured(kind: type[C]) -> C:
    """The configuration of this request's app, which is of that class."""
    configuration = current_app.config[KEY]
    assert isinstance(configuration, kind)
    return configuration
