"""The new password is asked for once, and then refused."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import template

DEFECT = Defect(
    says="Поля «Повторите новый пароль» нет, и новый пароль не принимают.",
    kind=Kind.MISSING,
    breaks=("mesh_parent.recovery.7.4",),
    blind=True,
    replaces=(template("vk_id/recovery/password.html", "{{ row(form.repeated) }}", ""),),
)
