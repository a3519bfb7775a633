"""Signing in again undoes the link."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.linking import unlink


def forgetful(real: Any, world: Any, journal: str, login: str, password: str) -> Any:
    account = real(world, journal, login, password)
    if account is not None and journal == "perm":
        unlink(world, account)
    return account


DEFECT = Defect(
    says="После нового входа в журнал привязки нет: привязывать приходится каждый раз.",
    kind=Kind.LINK,
    breaks=("perm.intro.2",),
    blind=True,
    replaces=(function("sim_server.domain.journal_accounts:account_by_password", forgetful),),
)
