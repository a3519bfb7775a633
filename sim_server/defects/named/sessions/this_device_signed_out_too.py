"""A recovery signs out of this device as well."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.sign_outs import end_sessions


def here_too(real: Any, session: Any, world: Any, account: Any, browser: str) -> None:
    real(session, world, account, browser)
    end_sessions(session, world, account)


DEFECT = Defect(
    says="«Выйти на всех устройствах, кроме этого» выходит и на этом.",
    kind=Kind.SESSION,
    breaks=("mesh_parent.recovery.7.5",),
    blind=True,
    replaces=(function("sim_server.domain.sign_outs:sign_out_elsewhere", here_too),),
)
