"""What is linked is the VK ID that the browser remembers, whoever signs in."""

from dataclasses import replace
from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.vk_accounts import profile_of
from sim_server.web.site import remembered_account


def of_remembered(real: Any, sign_ins: Any, sign_in: Any) -> Any:
    account = remembered_account()
    if account is not None:
        with sign_in.world.database.read() as session:
            sign_in = replace(sign_in, account=account, profile=profile_of(session, account))
    return real(sign_ins, sign_in)


DEFECT = Defect(
    says="Привязывают не тот аккаунт, под которым вошли, а тот, который помнит браузер.",
    kind=Kind.LINK,
    breaks=(
        "mesh_teacher.v1.1.if.5",
        "mesh_teacher.v1.1.if.7",
        "mesh_teacher.v1.1.if.8",
    ),
    labels=(
        "Учебный профиль:",
        "Привязка не выполнена",
    ),
    blind=True,
    replaces=(function("sim_server.vk_id.sign_in:SignIns.end", of_remembered),),
)
