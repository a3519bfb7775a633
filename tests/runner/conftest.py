"""A project of its own for each test: small features, small steps, a real pytest in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent

import pytest

ROOT = Path(__file__).parents[2]
PLUGINS = [
    "steps.runner.arguments",
    "steps.runner.parent",
    "steps.runner.interruption",
    "steps.runner.collector",
    "steps.runner.choosing",
    "steps.runner.sharding",
    "steps.runner.dry",
    "steps.runner.verdict",
]
CONFTEST = f"""
pytest_plugins = {PLUGINS}
import os, signal, sys, time
from pathlib import Path
import pytest
from steps.language.sentence import given, sentence, then, when
"""
# What other packages offer pytest and no scenario asks for costs a process more than all the rest.
UNASKED = "-p no:faker -p no:anyio -p no:schemathesis -p no:hypothesispytest -p no:timeout"
STRICT = f"[pytest]\naddopts = --strict-markers {UNASKED}\nfilterwarnings = error\n"
INI = f"{STRICT}svyazka_steps = own_steps\n"


@dataclass(frozen=True)
class Outcome:
    """How a run ended and all it wrote."""

    code: int
    text: str


@dataclass
class Project:
    """A folder with features and steps, and the ways to run it."""

    path: Path
    started: list[subprocess.Popen[str]] = field(default_factory=list)
    encoding: str = "utf-8"

    def conftest(self, text: str) -> None:
        """Add to the project's step definitions and fixtures."""
        with (self.path / "conftest.py").open("a", encoding="utf-8") as file:
            file.write(dedent(text) + "\n")

    def feature(self, text: str, name: str = "sample.feature") -> None:
        """Write a feature file."""
        (self.path / name).write_text(dedent(text), encoding="utf-8")

    def pytest(self, *arguments: str) -> Outcome:
        """Run plain pytest."""
        return self._finish(self.start("-m", "pytest", *arguments))

    def svyazka(self, *arguments: str) -> Outcome:
        """Run the `run` command."""
        return self._finish(self.start_svyazka(*arguments))

    def start_svyazka(self, *arguments: str) -> "subprocess.Popen[str]":
        """Start the `run` command in a process group of its own and do not wait."""
        return self.start(
            "-c",
            "import sys; from steps.runner.command import main; sys.exit(main(sys.argv[1:]))",
            *arguments,
        )

    def start(self, *arguments: str) -> "subprocess.Popen[str]":
        """Start Python in the project's folder, in a process group of its own."""
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=self.path,
            env=_environment() | {"PYTHONIOENCODING": self.encoding},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            start_new_session=True,
        )
        self.started.append(process)
        return process

    def _finish(self, process: "subprocess.Popen[str]") -> Outcome:
        text, _ = process.communicate(timeout=120)
        return Outcome(process.returncode, text)


def _environment() -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "SVYAZKA_"))}
    return own | {"PYTHONPATH": str(ROOT), "COLUMNS": "200"}


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """An empty project; whatever it started is gone afterwards."""
    (tmp_path / "pytest.ini").write_text(INI, encoding="utf-8")
    made = Project(tmp_path)
    made.conftest(CONFTEST)
    yield made
    for process in made.started:
        if process.poll() is None:
            process.kill()
        process.communicate()
