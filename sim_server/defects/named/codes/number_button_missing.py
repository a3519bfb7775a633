"""The screen of the code has no way back to the number."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Кнопки «Изменить номер телефона» нет: кто ошибся в номере, тот ждёт код, который не придёт.",
    kind=Kind.MISSING,
    breaks=(
        "mesh_parent.code.7",
        "mesh_parent.v1.if.number.1",
        "mesh_parent.v2.if.number.1",
        "mesh_teacher.v1.3.if.1",
        "mesh_teacher.v2.2.if.1",
        "mesh_teacher.v3.2.if.1",
    ),
    blind=True,
    replaces=(
        template(
            "vk_id/signin/code.html",
            '{{ wish("forget", wording.change_email if by_letter else wording.change_phone) }}',
            "",
        ),
    ),
)
