"""Whether no more scenarios are unstable than the policy allows."""

from __future__ import annotations

from reports.gate.finding import Code, Examined, about
from reports.gate.inputs import Inputs
from reports.record.status import NEVER_ENDED
from reports.wording import first_line

TITLE = "Нестабильных не больше, чем допустимо"


def examine(inputs: Inputs) -> Examined:
    """Find the unstable ones outside the quarantine where they are too many; each is a reason then."""
    ran = [one for one in inputs.run.scenarios if one.status not in NEVER_ENDED]
    unstable = [one for one in ran if one.status == "unstable" and not inputs.is_quarantined(one)]
    allowed = inputs.policy.policy.unstable
    over = unstable if len(unstable) > allowed else []
    found = (
        about(
            "unstable",
            Code.FINDING,
            f"Нестабилен, а допустимо таких {allowed}. {first_line(one.reason)}",
            one,
        )
        for one in over
    )
    return Examined(len(ran), f"нестабильных {len(unstable)}, допустимо {allowed}", tuple(found))
