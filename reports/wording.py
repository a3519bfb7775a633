"""What went wrong with a scenario, in plain Russian and without what only a programmer reads."""

from reports.record.facts import ChoiceTold
from reports.record.run import Run, Scenario, Step
from reports.record.status import WORDS
from reports.russian import plural

# Why a scenario did not get to a step. Behind each stands the reason that was given.
_STOPPED = {
    "failed": "До этого шага не дошли: раньше не прошёл шаг",
    "broken": "До этого шага не дошли: раньше сломался шаг",
    "unsound": "Сценарий не выполнялся, в нём ошибка",
    "skipped": "Сценарий пропущен",
    "interrupted": "Прогон прерван, до этого шага не дошли",
    "not_started": "Прогон остановили раньше, чем сценарий начался",
}


_KEYWORDS = {"Context": "Дано", "Action": "Когда", "Outcome": "Тогда"}


def by_itself(step: Step) -> str:
    """Return a step's sentence as it stands by itself: «И» goes on from what is not shown there."""
    keyword, _, rest = (step.sentence or "").partition(" ")
    return f"{_KEYWORDS.get(step.kind, keyword)} {rest}"


def tally(run: Run) -> str:
    """Return how many scenarios there were, and how many of them ended in which way."""
    total = plural(len(run.scenarios), "сценарий", "сценария", "сценариев")
    counted = [(len(run.of(status)), words.forms) for status, words in WORDS.items()]
    told = ", ".join(plural(number, *forms) for number, forms in counted if number)
    return f"{total}{': ' if told else ''}{told}"


def part(run: Run) -> str:
    """Return of which part of the scenarios the run was, nothing if it was of all."""
    choices = [choice.words for choice in run.facts(ChoiceTold)]
    if run.shard is not None:
        return f"Прогон — часть {'; отбор: '.join([run.shard.words, *choices])}."
    return f"Прогон — часть: {choices[0]}." if choices else ""


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
    of = ("failed", "broken") if scenario.status == "unstable" else (scenario.status,)
    return next((step for step in scenario.steps if step.status in of and step.status != "passed"), None)


def stopped(scenario: Scenario) -> str:
    """Return why the steps after the culprit did not run."""
    sentence = _STOPPED.get(scenario.status, "Этот шаг не выполнялся")
    step = culprit(scenario)
    if scenario.status in ("failed", "broken") and step is not None and step.sentence is not None:
        return f"{sentence} «{step.sentence}»."
    reason = first_line(scenario.reason).rstrip(".")
    return f"{sentence}: {reason}." if reason and reason not in sentence else f"{sentence}."
