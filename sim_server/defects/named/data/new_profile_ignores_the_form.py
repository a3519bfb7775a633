"""A new study profile is made of the VK ID's data, whatever was typed."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function


def only_of_strangers(real: Any, sign_in: Any) -> Any:
    return None if sign_in.account and not sign_in.profile else real(sign_in)


DEFECT = Defect(
    says="Новый учебный профиль создают с именем из VK ID, а введённое в анкете теряется.",
    kind=Kind.LINK,
    breaks=(
        "perm.v2.5.2",
        "mesh_teacher.v1.4.4",
        "mesh_parent.v1.7.8",
    ),
    blind=True,
    replaces=(function("sim_server.domain.sign_ins:SignIn.profile_data", only_of_strangers),),
)
