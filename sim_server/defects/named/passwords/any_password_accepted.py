"""The password of a VK ID is not compared."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="В VK ID пускают с любым паролем.",
    kind=Kind.PASSWORD,
    breaks=(
        "perm.v1.2.1",
        "perm.v2.2.1",
        "mesh_teacher.v1.2.1",
        "mesh_parent.v1.5.1",
        "mesh_parent.v2.3.3",
        "paragraf.link.3.2",
    ),
    labels=(
        "Неверный пароль",
        "Введите пароль",
    ),
    blind=True,
    replaces=(function("sim_server.domain.vk_accounts:check_password", lambda real, *typed: None),),
)
