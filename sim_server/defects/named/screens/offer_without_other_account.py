"""The offer does not lead to another VK ID."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Где предлагают создать профиль, нет «Войти в другой аккаунт»: остаётся VK ID, который помнит браузер.",
    kind=Kind.MISSING,
    breaks=("mesh_teacher.v1.1.if.6",),
    blind=True,
    replaces=(
        template("vk_id/signin/offer.html", '{{ wish("forget", wording.other_account, "leave") }}', ""),
    ),
)
