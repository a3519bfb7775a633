"""After the last screen nothing is linked."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="Все экраны пройдены, а журнал не привязан.",
    kind=Kind.LINK,
    breaks=(
        "perm.v1.6.1",
        "perm.after.1",
        "mesh_teacher.v1.6",
        "mesh_teacher.v2.5",
        "mesh_parent.v1.8.3",
        "mesh_parent.v2.7.3",
        "paragraf.link.4.2",
        "paragraf.link.5.1",
    ),
    blind=True,
    replaces=(function("sim_server.domain.linking:link", lambda real, *pair: None),),
)
