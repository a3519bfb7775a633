"""A number that has no VK ID is refused."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.sign_ins import EmailUnknown
from sim_server.domain.vk_accounts import vk_account_by_phone


def take_known(real: Any, sign_in: Any, phone: str) -> None:
    if vk_account_by_phone(sign_in.world, phone) is None:
        raise EmailUnknown
    real(sign_in, phone)


DEFECT = Defect(
    says="Номер, на который нет VK ID, не принимают: зарегистрироваться нельзя.",
    kind=Kind.REFUSAL,
    breaks=(
        "perm.v3.0",
        "perm.v3.1",
        "mesh_teacher.v2.0",
        "mesh_teacher.v2.1.1",
        "sferum.reg.4.1",
        "sferum.picture.5.1",
    ),
    blind=True,
    replaces=(function("sim_server.domain.sign_ins:take_phone", take_known),),
)
