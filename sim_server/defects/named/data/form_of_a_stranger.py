"""The form of a new VK ID is filled with somebody else's data."""

from dataclasses import replace
from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function


def stranger(real: Any, world: Any, phone: str | None) -> Any:
    known = real(world, phone)
    return known and replace(known, last_name="Лаптева", first_name="Мария", middle_name="Ивановна")


DEFECT = Defect(
    says="Анкета нового VK ID заполнена данными другого человека.",
    kind=Kind.PRIVACY,
    breaks=("perm.v3.3.1",),
    blind=True,
    replaces=(function("sim_server.domain.people:person_by_phone", stranger),),
)
