"""On which stand a run was made, as the record tells it: no verdict is worth anything without it."""

from dataclasses import replace

from reports.record.facts import StandTold, WorldTold
from reports.record.run import Run


def stand_of(run: Run) -> StandTold:
    """Returns the run's stand; a record that does not tell of it names it in its scenarios, or nowhere."""
    for stand in run.facts(StandTold):
        return replace(stand, place=stand.place or f"на стенде «{stand.title or stand.name}»")
    worlds = (world for scenario in run.scenarios for world in scenario.facts(WorldTold))
    name = next((world.stand for world in worlds if world.stand), "")
    return StandTold(name, place=f"на стенде «{name}»" if name else "на неизвестном стенде")
