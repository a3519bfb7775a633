"""One try: a scenario is carried out on a product with defects, and it is said how it ended."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fixtures.control import Touched
from fixtures.product import PRODUCT, Product
from fixtures.world import TOUCHED
from reports.record.kills import Defect, Ending, Try
from reports.record.marks import counts_at
from reports.record.outline import spoken
from steps.runner import execution
from steps.runner.failure import message_of
from steps.runner.items import ScenarioItem

LONG = 24  # letters: a caption that long is no part of another
WORDS_AT_MOST = 400


class NotStarted(RuntimeError):
    """A scenario broke before its first step or after its last: that says nothing of any defect."""


@dataclass(frozen=True)
class Ended:
    """How a scenario ended, whatever was wrong with the product: the verdict, the step, the error's words."""

    verdict: str
    line: int
    step: str
    words: str
    clauses: Collection[str]

    def as_try(self, scenario: str, defect: Defect) -> Try:
        """What that says of a defect."""
        if self.verdict in ("passed", "skipped"):
            return Try(defect.id, scenario, Ending.PASSED)
        return Try(defect.id, scenario, self._ending(defect), self.line, self.step, self.words)

    def _ending(self, defect: Defect) -> Ending:
        if self.verdict != "failed" or not self.step:
            return Ending.CRASHED
        counts = not {*self.clauses}.isdisjoint(defect.breaks) or any(map(self._speaks_of, defect.labels))
        return Ending.CAUGHT if counts else Ending.ACCIDENT

    def _speaks_of(self, label: str) -> bool:
        said = f"{self.step}\n{self.words}"
        return f"«{label}»" in said or (len(label) > LONG and label in said)


def carry_out(item: ScenarioItem, product: Product) -> Ended:
    """Carry the scenario out on that product; raises NotStarted where it did not come to its first step."""
    item.begin_anew()
    item.stash[PRODUCT] = product
    item.ihook.pytest_svyazka_scenario_started(item=item)
    try:
        execution.execute_alone(item)
    finally:
        item.finish()
    step = item.current
    if item.verdict in ("passed", "skipped"):
        return Ended(item.verdict, item.line, "", "", ())
    if step is None:
        raise NotStarted(f"{item.name}: {'; '.join(item.reasons)}")
    words = " ".join(message_of(item.error, whole=False).split()) if item.error else ""
    return Ended(
        item.verdict, step["line"], spoken(step), words[:WORDS_AT_MOST], clauses_at(item.steps, step)
    )


def clauses_at(steps: Sequence[Mapping[str, Any]], failed: Mapping[str, Any]) -> Collection[str]:
    """Return the clauses that the report finds fault with when this step fails."""
    clauses: list[Collection[str]] = [step["clauses"] for step in steps]
    number = next(number for number, step in enumerate(steps) if step is failed)
    at = counts_at(clauses, number, is_arrangement=failed["type"] == "Context")
    return () if at is None else clauses[at]


def touched_by(item: ScenarioItem) -> Touched:
    """What the world of the last try has come across, if it was noted."""
    return item.stash.get(TOUCHED, Touched())
