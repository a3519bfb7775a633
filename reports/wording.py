"""What went wrong with a scenario, in plain Russian and without what only a programmer reads."""

from reports.record.run import Scenario, Step

# Why a scenario did not get to a step. Behind each stands the reason that was given.
_STOPPED = {
    "failed": "До этого шага не дошли: раньше не прошёл шаг",
    "broken": "До этого шага не дошли: раньше сломался шаг",
    "unsound": "Сценарий не выполнялся, в нём ошибка",
    "skipped": "Сценарий пропущен",
    "interrupted": "Прогон прерван, до этого шага не дошли",
    "not_started": "Прогон остановили раньше, чем сценарий начался",
}


def plain_lines(message: str) -> list[str]:
    """Return what a reader needs of an error, without Playwright's log of attempts and pytest's `assert …`."""
    told = message.partition("Call log:")[0]
    lines = [line.strip() for line in told.splitlines() if line.strip()]
    return [line for line in lines if line is lines[0] or not line.startswith("assert ")]


def first_line(message: str) -> str:
    """Return the first line of an error, which says what was wrong; the others say how it is known."""
    return next(iter(plain_lines(message)), "")


def culprit(scenario: Scenario) -> Step | None:
    """Return the step that gave the scenario its verdict; None when it passed or never began."""
    return next((step for step in scenario.steps if step.status == scenario.status != "passed"), None)


def stopped(scenario: Scenario) -> str:
    """Return why the steps after the culprit did not run."""
    sentence = _STOPPED.get(scenario.status, "Этот шаг не выполнялся")
    step = culprit(scenario)
    if scenario.status in ("failed", "broken") and step is not None and step.sentence is not None:
        return f"{sentence} «{step.sentence}»."
    reason = first_line(scenario.reason).rstrip(".")
    return f"{sentence}: {reason}." if reason and reason not in sentence else f"{sentence}."
