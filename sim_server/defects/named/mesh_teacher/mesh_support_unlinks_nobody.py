"""The support answers that it has unlinked, and has not."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

BY_SUPPORT = {"mesh", "diary"}


def unless_by_support(real: Any, world: Any, account: Any) -> None:
    if account.journal not in BY_SUPPORT:
        real(world, account)


DEFECT = Defect(
    says="Поддержка отвечает, что профиль отвязан, а он остаётся привязан.",
    kind=Kind.UNLINK,
    breaks=("mesh_teacher.intro.6",),
    blind=True,
    replaces=(function("sim_server.domain.linking:unlink", unless_by_support),),
)
