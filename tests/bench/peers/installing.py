"""Installs the peers into a folder of their own; what is there in the wanted versions stays."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from fixtures.environment.process import run_tool
from tests.bench.lane import SideDied

PROJECTS = Path(__file__).parent / "projects"
PYTHON_WANTS, NODE_WANTS = "requirements.txt", "package.json"


class Workshop:
    """The folder with the peers' tools."""

    def __init__(self, folder: Path, projects: Path = PROJECTS) -> None:
        """Know the folder, which may be empty yet, and where it is said what shall be in it."""
        self.folder = folder
        self._projects = projects

    @property
    def node(self) -> str | None:
        """Node of this machine, if there is one with its npm."""
        return shutil.which("node") if shutil.which("npm") else None

    def python(self, name: str = "python") -> Path:
        """A Python tool of the peers."""
        scripts = "Scripts" if os.name == "nt" else "bin"
        return self.folder / "python" / scripts / name

    def node_tool(self, name: str) -> Path:
        """A Node tool of the peers."""
        return self.folder / "node_modules" / ".bin" / name

    def install(self) -> None:
        """Install what is missing; raises SideDied with the last words of what could not do it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if self._lacks(PYTHON_WANTS):
            self._run([sys.executable, "-m", "venv", self.folder / "python"])
            self._run([self.python(), "-m", "pip", "install", "--quiet", "-r", self._projects / PYTHON_WANTS])
            self._keep(PYTHON_WANTS)
        if self.node and (self._projects / NODE_WANTS).exists() and self._lacks(NODE_WANTS):
            shutil.copy(self._projects / NODE_WANTS, self.folder)
            self._run([str(shutil.which("npm")), "install", "--no-audit", "--no-fund"])
            self._keep(NODE_WANTS)

    def _lacks(self, wants: str) -> bool:
        installed = self.folder / f"installed-{wants}"
        return not installed.exists() or installed.read_bytes() != (self._projects / wants).read_bytes()

    def _keep(self, wants: str) -> None:
        shutil.copy(self._projects / wants, self.folder / f"installed-{wants}")

    def _run(self, command: list[str | Path]) -> None:
        environment = {**os.environ, "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD": "1"}  # ours is used
        done = run_tool(command, environment, self.folder)
        if not done.succeeded:
            raise SideDied(f"не удалось поставить то, с чем меряем: {done.tail}")
