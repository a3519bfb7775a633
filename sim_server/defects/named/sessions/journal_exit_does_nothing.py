"""«Выйти» leaves a person signed in to the journal."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.web.site import go_to

DEFECT = Defect(
    says="«Выйти» из журнала не выходит: следующий за этим компьютером работает под чужим именем.",
    kind=Kind.SESSION,
    labels=(
        "Выйти",
        "Вход для сотрудников",
    ),
    blind=True,
    replaces=(function("sim_server.journal.views:logout", lambda real: go_to("journal.front")),),
)
