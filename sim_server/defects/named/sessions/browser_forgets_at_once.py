"""The browser does not remember the VK ID that was signed in."""

from typing import Any

from flask import session

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function


def forgotten(real: Any, sign_ins: Any, sign_in: Any) -> Any:
    answer = real(sign_ins, sign_in)
    session.pop("vk_account", None)
    return answer


DEFECT = Defect(
    says="После входа браузер не помнит VK ID: на каждом сайте входят заново.",
    kind=Kind.SESSION,
    breaks=(
        "mesh_teacher.v3.3.if.1",
        "mesh_teacher.v1.1.if.1",
        "mesh_parent.v2.3.4",
        "mesh_parent.v1.3.4",
        "sferum.picture.4",
    ),
    blind=True,
    replaces=(function("sim_server.vk_id.sign_in:SignIns.end", forgotten),),
)
