"""Any date counts as a birth date."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="Принимают дату рождения из будущего.",
    kind=Kind.REFUSAL,
    breaks=("mesh_parent.v1.7.9",),
    labels=("Проверьте дату рождения: такой даты не может быть",),
    blind=True,
    replaces=(function("sim_server.domain.particulars:is_real_birth_date", lambda real, born, today: True),),
)
