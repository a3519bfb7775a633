"""Who sits at which computer, and which steps bring one back there."""

from __future__ import annotations

from fixtures.cast import CAST, ME, SUPPORT
from fixtures.sight.device import Device
from steps.recording.entry import Step
from steps.recording.wording import WHO, said
from steps.screens.actor import phone_key

ANOTHER, PHONE = "another", "phone"
# Whom the strip offers, and as what.
OFFERED = (
    *((f"{one.who} — за свой компьютер", one.key) for one in CAST if one.key != SUPPORT),
    ("я — за другой компьютер", ANOTHER),
    ("взять в руки телефон", PHONE),
)


def steps_as(wanted: str) -> tuple[Step, ...]:
    """What is to be said to go on as one of the cast, at another computer or at a phone."""
    if wanted == ANOTHER:
        return (said("other_computer"),)
    if wanted == PHONE:
        return (said("take_up_phone"),)
    return (said("sit_down_again"),) if wanted == ME else (said("sit_down", who=WHO[wanted]),)


def steps_to(device: Device, devices: dict[str, Device]) -> tuple[Step, ...]:
    """What is to be said to go on at one of the devices of a world; to a phone one comes as whose it is."""
    key = next(key for key, one in devices.items() if one is device)
    holder = next((who for who in WHO if phone_key(who) == key), None)
    return (*steps_as(holder), *steps_as(PHONE)) if holder else steps_as(key)
