"""The choice does not say that this profile will be linked."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._screens import words

DEFECT = Defect(
    says="Над найденным профилем нет строки «Ваш профиль для связки».",
    kind=Kind.MISSING,
    breaks=("mesh_parent.v2.5.3",),
    blind=True,
    replaces=(words("choice", line=""),),
)
