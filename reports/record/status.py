"""How a step or a scenario ended: the words for it, the one order from better to worse, and what people read of it."""

from __future__ import annotations

from dataclasses import dataclass

# A scenario is as bad as the worst that was found out about it, whatever happened to it afterwards.
BETTER_TO_WORSE = (
    "passed",
    "quarantined",
    "skipped",
    "not_run",
    "not_started",
    "interrupted",
    "unstable",
    "failed",
    "broken",
    "unsound",
)
ENDED_WELL = BETTER_TO_WORSE[: BETTER_TO_WORSE.index("not_run")]
ENDED_BADLY = BETTER_TO_WORSE[BETTER_TO_WORSE.index("unstable") :]
NEVER_ENDED = ("not_run", "not_started", "interrupted")

# Cucumber has no word for most of ours. Such a step carries the nearest one that is not green, and ours beside it.
CUCUMBER = {
    status: "PASSED" if status == "passed" else "FAILED" if status in ENDED_BADLY else "SKIPPED"
    for status in BETTER_TO_WORSE
}
OF_CUCUMBER = {"PASSED": "passed", "SKIPPED": "skipped", "FAILED": "failed"}


def worst(*statuses: str) -> str:
    """Return the worst of some statuses; what was found stays found, also when an interruption follows it."""
    return max(statuses, key=BETTER_TO_WORSE.index)


def only_ours(status: str) -> bool:
    """Say whether Cucumber's word alone would not tell it."""
    return OF_CUCUMBER.get(CUCUMBER[status]) != status


@dataclass(frozen=True)
class Words:
    """What people read of a status: its sign, the forms of its word after 1, 2 and 5, and what the terminal writes."""

    sign: str
    forms: tuple[str, str, str]
    line: str = ""

    @property
    def word(self) -> str:
        """What is said of one scenario."""
        return self.forms[0]

    @property
    def ended(self) -> str:
        """What the terminal writes as soon as a scenario has ended."""
        return self.line or self.word


# In the order in which a reader is told of them.
WORDS = {
    "passed": Words("✓", ("пройден", "пройдено", "пройдено"), "прошёл"),
    "failed": Words("✗", ("не пройден", "не пройдены", "не пройдено"), "не прошёл"),
    "broken": Words("!", ("сломался", "сломались", "сломалось")),
    "unsound": Words("!", ("с ошибкой", "с ошибками", "с ошибками"), "сломался"),
    "unstable": Words("≈", ("нестабилен", "нестабильны", "нестабильно")),
    "quarantined": Words("–", ("в карантине",) * 3),
    "skipped": Words("–", ("пропущен", "пропущены", "пропущено")),
    "interrupted": Words("…", ("прерван", "прерваны", "прервано")),
    "not_started": Words("…", ("не запускался", "не запускались", "не запускалось")),
    "not_run": Words("·", ("не выполнялся", "не выполнялись", "не выполнялось")),
}
