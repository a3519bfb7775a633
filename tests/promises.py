"""The promises of docs/trust.md and docs/promises.md, and the tests that hold them: each is named there by its id."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "docs" / "trust.md", ROOT / "docs" / "promises.md")
PROMISED = re.compile(r"tests/[\w/]+\.py::\w+")


def promised() -> list[str]:
    """The ids of the tests that the documents name, each once."""
    written = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    return list(dict.fromkeys(PROMISED.findall(written)))


class Promises:
    """Where all tests of ours were asked for: every promised one must have run and passed."""

    def __init__(self) -> None:
        self._passed: set[str] = set()
        self._failed: set[str] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remember how a test ended; of a test with several cases every one counts."""
        name = report.nodeid.partition("[")[0]
        if report.failed:
            self._failed.add(name)
        elif report.passed and report.when == "call":
            self._passed.add(name)

    def _broken(self) -> Iterator[str]:
        return (name for name in promised() if name not in self._passed or name in self._failed)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """A promise that nothing held makes the run fail."""
        if session.exitstatus == 0 and any(self._broken()):
            session.exitstatus = 1

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Say which promises nothing held."""
        for name in self._broken():
            terminalreporter.write_line(f"docs/ обещает, а проверка не прошла или не шла: {name}")


def all_are_asked_for(config: pytest.Config) -> bool:
    """Whether this process leads a run of all tests of ours."""
    asked = [(config.invocation_params.dir / argument).resolve() for argument in config.args]
    chosen = config.option.markexpr or config.option.keyword or config.option.collectonly
    return asked == [ROOT / "tests"] and not chosen and not hasattr(config, "workerinput")
