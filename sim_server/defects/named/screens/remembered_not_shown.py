"""VK ID does not look whom the browser remembers."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="Браузер помнит VK ID, но человека просят ввести номер заново.",
    kind=Kind.SESSION,
    breaks=(
        "mesh_teacher.v1.1.if.1",
        "mesh_teacher.v3.3.if.1",
        "mesh_parent.v1.3.4",
        "mesh_parent.v2.3.4",
    ),
    blind=True,
    replaces=(function("sim_server.domain.sign_ins:_remembered", lambda real, *asked: None),),
)
