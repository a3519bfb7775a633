"""The question before unlinking is called after its button."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import data

DEFECT = Defect(
    says="Окно перед отвязкой называется «Отвязать аккаунт».",
    kind=Kind.CAPTION,
    breaks=("mesh_teacher.region.7",),
    blind=True,
    replaces=(data("sites/mosreg/site.toml", "unlinking.question", "Отвязать аккаунт"),),
)
