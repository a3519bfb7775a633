"""On which stand a run was made, as the record tells it: no verdict is worth anything without it."""

from dataclasses import dataclass

from reports.record.run import Run
from reports.record.vocabulary import STAND_TYPE, WORLD_TYPE


@dataclass(frozen=True)
class Stand:
    """A stand by its name, and where something happens that happens on it: «на симуляторе»."""

    name: str
    place: str


def stand_of(run: Run) -> Stand:
    """Returns the run's stand; a record that does not tell of it names it in its scenarios, or nowhere."""
    for fact in run.facts(STAND_TYPE):
        return Stand(fact["name"], fact.get("place") or f"на стенде «{fact.get('title') or fact['name']}»")
    worlds = (fact for scenario in run.scenarios for fact in scenario.facts(WORLD_TYPE))
    name = next((fact["stand"] for fact in worlds if fact.get("stand")), "")
    return Stand(name, f"на стенде «{name}»" if name else "на неизвестном стенде")
