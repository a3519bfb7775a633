"""Whether nothing is skipped that was not skipped before, or may be on this stand."""

from __future__ import annotations

from reports.gate.finding import Code, Examined, about
from reports.gate.inputs import Inputs
from reports.record.run import Scenario
from reports.wording import first_line

TITLE = "Ничего нового не пропущено"


def examine(inputs: Inputs) -> Examined:
    """Find what is skipped and nobody has allowed."""
    skipped = inputs.run.of("skipped")
    before = {one.place.identity for one in inputs.baseline.of("skipped")} if inputs.baseline else set()
    new = [one for one in skipped if one.place.identity not in before and not _may(inputs, one)]
    found = (
        about("skipped", Code.POLICY, f"Сценарий пропущен: {first_line(one.reason)}", one) for one in new
    )
    measured = f"пропущено {len(skipped)}, из них новых {len(new)}"
    return Examined(len(inputs.run.scenarios), measured, tuple(found))


def _may(inputs: Inputs, scenario: Scenario) -> bool:
    allowed = {f"@{tag}" for tag in inputs.policy.policy.may_skip}
    return bool(allowed.intersection(scenario.place.tags))
