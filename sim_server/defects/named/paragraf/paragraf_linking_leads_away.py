"""Linking ends at VK ID's own site."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function


def away(real: Any) -> Any:
    place = real()
    return place.model_copy(update={"path": "https://id.vk.com/"})


DEFECT = Defect(
    says="После привязки открывается кабинет VK ID, а не дневник.",
    kind=Kind.LINK,
    breaks=("paragraf.link.4.3",),
    blind=True,
    replaces=(function("sim_server.journal.views:_place_of_linking", away),),
)
