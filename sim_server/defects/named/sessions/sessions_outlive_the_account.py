"""The sessions of a deleted VK ID stay."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function


def unless_of_all(real: Any, session: Any, world: Any, account: Any, *which: Any) -> None:
    if which:
        real(session, world, account, *which)


DEFECT = Defect(
    says="VK ID удалён, а сайты, куда с ним вошли, его ещё помнят.",
    kind=Kind.SESSION,
    labels=("VK ID удалён",),
    blind=True,
    replaces=(function("sim_server.domain.sign_outs:end_sessions", unless_of_all),),
)
