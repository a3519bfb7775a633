"""The right code proves the number however late it is typed."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._codes import overlooked
from sim_server.domain.codes import CodeExpired

DEFECT = Defect(
    says="Код из СМС годится и через час: истёкший код принимают.",
    kind=Kind.CODE,
    breaks=("mesh_teacher.v2.2.if.3",),
    labels=("Срок действия кода истёк. Запросите новый",),
    blind=True,
    replaces=(overlooked(CodeExpired),),
)
