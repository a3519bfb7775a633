"""Whatever is typed counts as a name."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="Ненастоящее имя принимают: «qwerty» становится именем на платформе.",
    kind=Kind.REFUSAL,
    breaks=(
        "perm.v1.5.3",
        "perm.v2.5.3",
        "perm.v3.3.3",
        "perm.v3.6.2",
        "mesh_parent.v1.7.9",
    ),
    labels=("Введите настоящее имя: русскими буквами, с заглавной, не короче двух букв",),
    blind=True,
    replaces=(function("sim_server.domain.particulars:is_real_name", lambda real, text: True),),
)
