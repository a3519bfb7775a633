"""Perm's journal lets nobody in."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function


def refuse_perm(real: Any, world: Any, journal: str, login: str, password: str) -> Any:
    return None if journal == "perm" else real(world, journal, login, password)


DEFECT = Defect(
    says="Верные логин и пароль не пускают в журнал Перми.",
    kind=Kind.SESSION,
    breaks=(
        "perm.in.2.3",
        "perm.in.3.1",
    ),
    blind=True,
    replaces=(function("sim_server.domain.journal_accounts:account_by_password", refuse_perm),),
)
