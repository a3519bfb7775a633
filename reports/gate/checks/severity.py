"""Whether nothing is forgiven to those scenarios to which the policy forgives nothing."""

from __future__ import annotations

from collections.abc import Iterator

from reports.gate.finding import Code, Examined, Finding, about
from reports.gate.inputs import Inputs
from reports.record.run import Scenario

TITLE = "Самое важное прошло без скидок"
_FORGIVEN = {
    "skipped": "пропущен",
    "unstable": "нестабилен",
}


def examine(inputs: Inputs) -> Examined | None:
    """Find what is quarantined, skipped or unstable among the severities named; None where none is named."""
    named = inputs.policy.policy.severity
    if not named:
        return None
    found: list[Finding] = []
    counted = []
    for tag in named:
        own = [one for one in inputs.run.scenarios if f"@{tag}" in one.place.tags]
        counted.append(f"«{tag}» — {len(own)}")
        if not own:
            nobody = f"В прогоне нет ни одного сценария с тегом «{tag}», а политика его требует (severity)."
            found.append(Finding("severity", Code.POLICY, nobody, inputs.policy.path.name))
        found += _forgiven(inputs, own, tag)
    return Examined(len(inputs.run.scenarios), ", ".join(counted), tuple(found))


def _forgiven(inputs: Inputs, scenarios: list[Scenario], tag: str) -> Iterator[Finding]:
    for one in scenarios:
        word = "не прошёл и в карантине" if inputs.is_quarantined(one) else _FORGIVEN.get(one.status)
        if word:
            text = f"Сценарий {word}, а с тегом «{tag}» этого не прощают (severity)."
            yield about("severity", Code.FINDING, text, one)
