"""On which stand a run was made, as the record tells it: no verdict is worth anything without it."""

from dataclasses import dataclass

from reports.run import Run
from reports.vocabulary import STAND_TYPE, WORLD_TYPE


@dataclass(frozen=True)
class Stand:
    """A stand by its name, and where something happens that happens on it: «на симуляторе»."""

    name: str
    place: str


def stand_of(run: Run) -> Stand:
    """Returns the run's stand; an old record names it only in its scenarios, one without steps not at all."""
    for fact in run.facts(STAND_TYPE):
        title = fact.get("title") or fact["name"]
        return Stand(fact["name"], fact.get("place") or f"на стенде «{title}»")
    worlds = (fact for scenario in run.scenarios for fact in scenario.facts(WORLD_TYPE))
    name = next((fact["stand"] for fact in worlds if fact.get("stand")), "")
    return Stand(name, f"на стенде «{name}»" if name else "на неизвестном стенде")
