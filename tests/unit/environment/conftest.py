"""An invented machine for the browser search: a few files, nothing of this computer."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fixtures.environment.machine import Machine
from fixtures.environment.proofs import Proofs

DRIVER = Path("/venv/playwright/driver/package")
REVISIONS = {"chromium": "1255", "chromium-headless-shell": "1255"}


def build_machine(*files: str, commands: tuple[str, ...] = (), **facts: Any) -> Machine:
    """A machine with these files and, in /usr/bin, these commands; Debian, a normal user and no screen."""
    present = {Path(file) for file in files} | {Path("/usr/bin") / command for command in commands}
    described: dict[str, Any] = {
        "platform": "linux",
        "environ": {},
        "home": Path("/home/anna"),
        "is_root": False,
        "distribution": "debian",
        "playwright": DRIVER,
        "revisions": REVISIONS,
    } | facts
    return Machine(
        exists=present.__contains__,
        which=lambda name: f"/usr/bin/{name}" if name in commands else None,
        **described,
    )


class InventedProofs(Proofs):
    """Every browser starts but the ones named broken; counts the attempts to try them again."""

    def __init__(self, *broken: str) -> None:
        self.broken = set(broken)
        self.looked_at: list[str] = []
        self.heals = False

    def failure(self, path: Path) -> str | None:
        self.looked_at.append(path.name)
        return "не хватает libnss3.so" if path.name in self.broken else None

    def forget_failures(self) -> bool:
        if self.heals:
            self.broken.clear()
        return self.heals


@pytest.fixture
def machine() -> Callable[..., Machine]:
    """Builds invented machines."""
    return build_machine


@pytest.fixture
def proofs() -> Callable[..., InventedProofs]:
    """Builds invented proofs: name the files that do not start."""
    return InventedProofs
