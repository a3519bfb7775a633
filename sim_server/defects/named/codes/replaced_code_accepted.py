"""A newer code does not void the earlier one."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._codes import overlooked
from sim_server.domain.codes import CodeSuperseded

DEFECT = Defect(
    says="После нового кода годится и прежний: перехваченная раньше СМС открывает вход.",
    kind=Kind.CODE,
    breaks=("mesh_teacher.v2.2.if.3",),
    labels=("Этот код уже заменён новым. Введите код из последнего сообщения",),
    blind=True,
    replaces=(overlooked(CodeSuperseded),),
)
