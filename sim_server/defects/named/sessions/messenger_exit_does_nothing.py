"""«Выйти» leaves a person signed in to the messenger."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.web.site import go_to

DEFECT = Defect(
    says="«Выйти» из мессенджера не выходит: чаты остаются открыты следующему.",
    kind=Kind.SESSION,
    labels=(
        "Выйти",
        "Вход в VK Мессенджер",
    ),
    blind=True,
    replaces=(function("sim_server.messenger.sign_in:leave", lambda real: go_to("messenger.front")),),
)
