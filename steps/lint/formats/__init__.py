"""How findings are written: for a reader, for a program, for the services where code is kept."""

from __future__ import annotations

from collections.abc import Callable

from steps.lint.formats import as_json, github, gitlab, sarif, text
from steps.lint.report import Report

FORMATS: dict[str, Callable[[Report], str]] = {
    "text": text.render,
    "json": as_json.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "sarif": sarif.render,
}
