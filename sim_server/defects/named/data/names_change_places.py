"""First and last name that were typed are kept the other way round."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function


def swapped(real: Any, kept: Any) -> Any:
    found = real(kept)
    if not {"first_name", "last_name"} <= found.keys():
        return found
    return {**found, "first_name": found["last_name"], "last_name": found["first_name"]}


DEFECT = Defect(
    says="Имя и фамилия из анкеты меняются местами.",
    kind=Kind.LINK,
    breaks=(
        "perm.v1.5.2",
        "perm.v2.5.2",
        "perm.v3.3.2",
        "mesh_teacher.v1.4.4",
        "mesh_teacher.v2.3.4",
        "mesh_teacher.v3.6",
        "mesh_parent.v1.7.8",
    ),
    blind=True,
    replaces=(function("sim_server.domain.particulars:particulars_from_json", swapped),),
)
