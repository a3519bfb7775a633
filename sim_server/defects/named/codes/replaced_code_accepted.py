"""A newer code does not void the earlier one."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.codes import CodeSuperseded


def earlier_serves(real: Any, *code: Any) -> Any:
    refusal = real(*code)
    return None if type(refusal) is CodeSuperseded else refusal


DEFECT = Defect(
    says="После нового кода годится и прежний: перехваченная раньше СМС открывает вход.",
    kind=Kind.CODE,
    breaks=("mesh_teacher.v2.2.if.3",),
    labels=("Этот код уже заменён новым. Введите код из последнего сообщения",),
    blind=True,
    replaces=(function("sim_server.domain.codes:_refusal", earlier_serves),),
)
