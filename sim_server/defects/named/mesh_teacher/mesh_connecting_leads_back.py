"""The button of linking leads back to the journal."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function


def stay(real: Any, sign_in: Any, subject: str, **wishes: str) -> str:
    if sign_in.client.id != "mesh-journal":
        return str(real(sign_in, subject, **wishes))
    return str(sign_in.place.url(sign_in.place.host, "/messenger/connect"))


DEFECT = Defect(
    says="«Перейти к подключению» в МЭШ никуда не ведёт: открывается та же страница журнала.",
    kind=Kind.LINK,
    breaks=(
        "mesh_teacher.way1.4",
        "mesh_teacher.way2.4",
    ),
    labels=("Вход в VK ID",),
    blind=True,
    replaces=(function("sim_server.vk_sign_in:VkSignIn.begin", stay),),
)
