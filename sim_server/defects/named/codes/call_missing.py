"""The screen of the code offers no call."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Кнопки «Позвонить» нет: код можно получить только по СМС.",
    kind=Kind.MISSING,
    breaks=(
        "mesh_teacher.v1.3.2",
        "mesh_teacher.v2.2.2",
        "mesh_teacher.v3.2.2",
    ),
    blind=True,
    replaces=(template("vk_id/signin/code.html", ', again ~ "call": wording.call}', "}"),),
)
