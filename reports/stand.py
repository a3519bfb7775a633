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
    """Returns the run's stand, as the run itself tells it or its first scenario that had a world."""
    worlds = (fact for scenario in run.scenarios for fact in scenario.facts(WORLD_TYPE) if fact.get("stand"))
    world: dict[str, str] = next(worlds, {})
    for fact in run.facts(STAND_TYPE):
        world = {"stand": fact["name"], **world, **fact}
    if not world:
        return Stand("", "на неизвестном стенде")
    return Stand(world["stand"], world.get("place") or f"на стенде «{world.get('title', world['stand'])}»")
