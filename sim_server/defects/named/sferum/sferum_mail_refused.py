"""Сферум takes numbers only."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import data

DEFECT = Defect(
    says="По почте в Сферуме не зарегистрироваться: её не принимают.",
    kind=Kind.REFUSAL,
    breaks=(
        "sferum.reg.4.2",
        "sferum.picture.5.2",
    ),
    blind=True,
    replaces=(data("services/sferum/service.toml", "vk_id.email_allowed", False),),
)
