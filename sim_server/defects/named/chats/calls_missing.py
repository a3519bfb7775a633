"""Nobody can call in a chat of the school."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._chats import allowed

DEFECT = Defect(
    says="Звонков в чатах нет: кнопки «Начать звонок» не видно.",
    kind=Kind.CHATS,
    breaks=(
        "mesh_teacher.way2.8",
        "sferum.picture.2",
    ),
    blind=True,
    replaces=(allowed(call=False),),
)
