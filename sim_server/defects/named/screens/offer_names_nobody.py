"""The offer does not say for whose VK ID it is."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="На экране создания учебного профиля не видно, чей это VK ID: проверить учётные данные нельзя.",
    kind=Kind.MISSING,
    breaks=(
        "mesh_parent.v1.4.1",
        "mesh_teacher.v1.1.if.2",
    ),
    blind=True,
    replaces=(
        template(
            "vk_id/signin/offer.html",
            "{{ person(sign_in.account.full_name, sign_in.address | address) }}",
            "",
        ),
    ),
)
