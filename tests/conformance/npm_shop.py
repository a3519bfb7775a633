"""The clients of npm, fetched by npm into a folder of their own; and why that cannot be done, if it cannot."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

from fixtures.environment.process import run_tool

OWN = Path(__file__).parent / "npm"
WANTED = "package.json"
NO_NODE = "нет Node"


class Untried(Exception):
    """A client could not be tried; the message is Russian and says why."""


def fetch(folder: Path) -> Path:
    """Fetch what is wanted, unless it is there; return the folder of the packages or raise Untried."""
    npm = shutil.which("npm")
    if not (npm and shutil.which("node")):
        raise Untried(NO_NODE)
    folder.mkdir(parents=True, exist_ok=True)
    fetched = folder / "fetched.json"
    if not fetched.exists() or fetched.read_bytes() != (OWN / WANTED).read_bytes():
        shutil.copy(OWN / WANTED, folder)
        done = run_tool(
            [npm, "install", "--ignore-scripts", "--no-audit", "--no-fund"], dict(os.environ), folder
        )
        if not done.succeeded:
            raise Untried(f"npm не поставил пакеты: {_last_line(done.tail)}")
        shutil.copy(OWN / WANTED, fetched)
    return folder / "node_modules"


def _last_line(said: str) -> str:
    return (said.strip().splitlines() or ["он ничего не сказал"])[-1].replace("|", "/")


def version_of(packages: Path, name: str) -> str:
    """Which release of a package lies there."""
    return str(json.loads((packages / name / WANTED).read_text(encoding="utf-8"))["version"])


def wanted_version(name: str) -> str:
    """Which release is wanted, fetched or not."""
    return str(json.loads((OWN / WANTED).read_text(encoding="utf-8"))["dependencies"][name])
