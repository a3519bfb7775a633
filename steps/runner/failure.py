"""Says in Russian what went wrong with a scenario: where, in which sentence, and why."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from steps.language.problem import Problem

if TYPE_CHECKING:
    from steps.runner.collector import ProblemItem, ScenarioItem

MACHINERY = Path(__file__).parent.joinpath("execution.py"), Path(__file__).parent.joinpath("collector.py")


class Unsound(Exception):
    """Something about a feature makes any verdict on it worthless."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Carry the problems; the text names them all."""
        super().__init__("\n".join(str(problem) for problem in problems))


def is_mismatch(error: BaseException) -> bool:
    """Say whether the system showed something else than expected, rather than something broke."""
    return isinstance(error, AssertionError | pytest.fail.Exception) and not isinstance(
        error, pytest.xfail.Exception
    )


def reason(error: BaseException) -> str:
    """Return why a scenario ended as it did: the error in one line, but every problem of an unsound scenario."""
    return str(error) if isinstance(error, Unsound) else _message(error, whole=False).splitlines()[0]


def explanation(
    item: ScenarioItem | ProblemItem, excinfo: pytest.ExceptionInfo[BaseException], status: str
) -> str:
    """Return what to show of a failure; the way through our own code only where something broke."""
    error = excinfo.value
    if isinstance(error, Unsound):
        return str(error)
    wanted = item.config.get_verbosity() > 1 or item.config.getoption("fulltrace", False)
    told = [*_where(item), f"    {_indented(_message(error, whole=wanted))}"]
    if status == "broken" or wanted:
        told += ["", _traceback(item, excinfo)]
    return "\n".join(told)


def _where(item: ScenarioItem | ProblemItem) -> list[str]:
    step = getattr(item, "current", None)
    uri = item.nodeid.partition("::")[0]
    if step is None:
        return [
            f"{uri}:{item.reportinfo()[1] + 1}",
            f"  {item.name}: сломалось до первого шага или после последнего",
        ]
    return [f"{uri}:{step['line']}", f"  Сценарий: {item.name}", f"  {step['keyword']}{step['text']}"]


def _message(error: BaseException, whole: bool) -> str:
    """The error's own words; what pytest found out about a bare `assert` only where there are none, or on demand."""
    text = str(error).strip() or type(error).__name__
    words, introspection, _ = text.partition("\nassert ")
    return words if introspection and not whole else text


def _indented(text: str) -> str:
    return text.replace("\n", "\n    ")


def _traceback(item: ScenarioItem | ProblemItem, excinfo: pytest.ExceptionInfo[BaseException]) -> str:
    if item.config.getoption("fulltrace", False):
        return str(excinfo.getrepr(style="long"))
    own = excinfo.traceback.filter(lambda entry: _is_own(Path(entry.path)))
    return str(excinfo.getrepr(style="short", tbfilter=lambda _: own or excinfo.traceback))


def _is_own(path: Path) -> bool:
    return "site-packages" not in path.parts and path not in MACHINERY
