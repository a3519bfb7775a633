"""Says in Russian what went wrong with a scenario: where, in which sentence, and why."""

from __future__ import annotations

from pathlib import Path

import pytest
from _pytest._code import Traceback

from reports.record.outline import spoken
from steps.runner.failure import Unsound, message_of, tells_all
from steps.runner.items import ProblemItem, ScenarioItem

MACHINERY = [Path(__file__).with_name(name) for name in ("execution.py", "items.py")]


def explanation(
    item: ScenarioItem | ProblemItem, excinfo: pytest.ExceptionInfo[BaseException], status: str
) -> str:
    """Return what to show of a failure; the way through our own code only where its words do not say it all."""
    error = excinfo.value
    if isinstance(error, Unsound):
        return str(error)
    wanted = item.config.get_verbosity() > 1 or any(map(item.config.getoption, ("fulltrace", "debug")))
    told = [*_where(item), f"    {_indented(message_of(error, whole=wanted))}"]
    if wanted or (status == "broken" and not tells_all(error)):
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
    return [f"{uri}:{step['line']}", f"  Сценарий: {item.name}", f"  {step['keyword']}{spoken(step)}"]


def _indented(text: str) -> str:
    return text.replace("\n", "\n    ")


def _traceback(item: ScenarioItem | ProblemItem, excinfo: pytest.ExceptionInfo[BaseException]) -> str:
    if item.config.getoption("fulltrace", False):
        return str(excinfo.getrepr(style="long"))
    return str(excinfo.getrepr(style="short", tbfilter=_own_part))


def _own_part(excinfo: pytest.ExceptionInfo[BaseException]) -> Traceback:
    return excinfo.traceback.filter(lambda entry: _is_own(Path(entry.path))) or excinfo.traceback


def _is_own(path: Path) -> bool:
    return "site-packages" not in path.parts and path not in MACHINERY
