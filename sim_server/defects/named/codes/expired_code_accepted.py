"""The right code proves the number however late it is typed."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.codes import CodeExpired


def never_late(real: Any, *code: Any) -> Any:
    refusal = real(*code)
    return None if type(refusal) is CodeExpired else refusal


DEFECT = Defect(
    says="Код из СМС годится и через час: истёкший код принимают.",
    kind=Kind.CODE,
    breaks=("mesh_teacher.v2.2.if.3",),
    labels=("Срок действия кода истёк. Запросите новый",),
    blind=True,
    replaces=(function("sim_server.domain.codes:_refusal", never_late),),
)
