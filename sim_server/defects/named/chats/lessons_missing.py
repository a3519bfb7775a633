"""Nobody can hold a distance lesson."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._chats import allowed

DEFECT = Defect(
    says="Дистанционный урок начать нельзя: кнопки у учителя нет.",
    kind=Kind.CHATS,
    breaks=(
        "mesh_teacher.intro.2",
        "sferum.picture.3",
    ),
    blind=True,
    replaces=(allowed(lesson=False),),
)
