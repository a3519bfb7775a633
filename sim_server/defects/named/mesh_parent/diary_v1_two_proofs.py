"""Whoever typed the password is asked for a code besides."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.sign_ins import Situation


def both(real: Any, sign_ins: Any, sign_in: Any) -> Any:
    order = real(sign_ins, sign_in)
    here = sign_in.client.id == "mesh-diary" and sign_in.situation is not Situation.WITHOUT_VK_ID
    return ["code" if name == "code_instead" else name for name in order] if here else order


DEFECT = Defect(
    says="В дневнике код спрашивают и у того, кто помнит пароль.",
    kind=Kind.ORDER,
    breaks=(
        "mesh_parent.v1.if.forgot.2",
        "mesh_parent.v2.if.forgot.2",
    ),
    blind=True,
    replaces=(function("sim_server.vk_id.sign_in:SignIns.order", both),),
)
