"""The diary takes numbers only."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import data

DEFECT = Defect(
    says="Родитель не может войти по почте: поле «Телефон или почта» её не принимает.",
    kind=Kind.REFUSAL,
    breaks=("mesh_parent.window.6",),
    blind=True,
    replaces=(data("sites/diary/site.toml", "vk_id.email_allowed", False),),
)
