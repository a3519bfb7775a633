"""Instructions for people from a run: one for each way that was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from reports.instruct.lenders import Lenders
from reports.instruct.manual import Manual
from reports.instruct.routes import routes
from reports.instruct.telling import Telling
from reports.instruct.warnings import Placing
from reports.instruct.wording import words
from reports.record.clauses import Instruction
from reports.record.run import Run


def manuals(
    run: Run, instructions: Mapping[str, Instruction], name: str = "", variant: int = 0
) -> list[Manual]:
    """Write the instructions asked for, by default all; raise NotInstructive, NotSayable or TableUnsound."""
    found, lenders = routes(run, instructions, name, variant), Lenders(run)
    return [_manual(run, Telling(run, route, words(), instructions, lenders)) for route in found]


def _manual(run: Run, telling: Telling) -> Manual:
    route, said, steps = telling.route, telling.words, telling.steps()
    warned, before, after = Placing(run, route, said).placed(steps)
    return Manual(
        name=route.name,
        title=route.instruction.title,
        variant=route.way.title if route.is_variant else "",
        place=run.stand.place,
        day=datetime.fromtimestamp(run.started).date(),  # of this machine, as the report tells it
        steps=tuple(warned),
        before=before,
        after=after,
        end=telling.end(),
    )
