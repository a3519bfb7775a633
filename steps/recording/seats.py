"""Who sits at which computer, and which steps bring one back there."""

from __future__ import annotations

from dataclasses import replace

from fixtures.cast import CAST, ME, SUPPORT
from fixtures.sight.device import Device
from steps.recording.entry import WHEN, Step
from steps.recording.stage import Stage
from steps.recording.wording import WHO, said

ANOTHER, PHONE = "another", "phone"
# Whom the strip offers, and as what.
OFFERED = (
    *((f"{one.who} — за свой компьютер", one.key) for one in CAST if one.key != SUPPORT),
    ("я — за другой компьютер", ANOTHER),
    ("взять в руки телефон", PHONE),
)


class Seats:
    """The devices of a recording, each with the steps that lead to it."""

    def __init__(self, stage: Stage) -> None:
        """Know of none yet."""
        self._stage = stage
        self._ways: dict[Device, tuple[Step, ...]] = {}

    def begin(self) -> None:
        """Sit where one sits at first."""
        self._ways[self._stage.actor.device] = (said("sit_down_again"),)

    def note(self, step: Step) -> None:
        """Remember that this step has led to the device in use, if it is a new one."""
        device = self._stage.world.in_use
        if device is None or device in self._ways:
            return
        to_computer = self._computer() if step.text == said("take_up_phone").text else ()
        self._ways[device] = (*to_computer, replace(step, kind=WHEN))

    def steps_to(self, device: Device) -> tuple[Step, ...]:
        """What is to be said to go on at a device that has been in use before."""
        return self._ways.get(device, ())

    def steps_as(self, wanted: str) -> tuple[Step, ...]:
        """What is to be said to go on as one of the cast, at another computer or at a phone."""
        if wanted == ANOTHER:
            return (said("other_computer"),)
        if wanted == PHONE:
            return (said("take_up_phone"),)
        return (said("sit_down_again"),) if wanted == ME else (said("sit_down", who=WHO[wanted]),)

    def _computer(self) -> tuple[Step, ...]:
        """How whoever acts comes to their own computer."""
        return self.steps_as(self._stage.actor.person.key)
