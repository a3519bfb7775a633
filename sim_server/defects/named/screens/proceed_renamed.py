"""The button of most screens of VK ID is called otherwise."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function


def further(real: Any, client: Any, screen: str, situation: Any) -> Any:
    return {**real(client, screen, situation), "proceed": "Далее"}


DEFECT = Defect(
    says="Вместо «Продолжить» на экранах VK ID написано «Далее».",
    kind=Kind.CAPTION,
    breaks=(
        "perm.vk.7",
        "perm.vk.13",
        "perm.v1.5.4",
        "perm.v2.6",
        "perm.v3.4",
        "perm.v3.6.3",
        "mesh_teacher.v1.1.2",
        "mesh_teacher.v2.1.2",
        "mesh_teacher.v3.1.2",
        "mesh_teacher.v1.4.2",
        "mesh_teacher.v2.3.2",
        "mesh_teacher.v3.4.2",
        "mesh_parent.v1.3.2",
        "mesh_parent.v2.3.2",
        "mesh_parent.v1.7.6",
        "mesh_parent.v2.6.2",
        "paragraf.link.4.1",
        "sferum.in.3",
    ),
    blind=True,
    replaces=(function("sim_server.vk_id.clients:Client.words", further),),
)
