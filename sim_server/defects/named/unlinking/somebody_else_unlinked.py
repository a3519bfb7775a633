"""Unlinking takes the link of another account of the journal."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.journal_accounts import account_by_login
from sim_server.domain.linking import links_in


def of_another(real: Any, world: Any, account: Any) -> None:
    others = [
        one.login for one in links_in(world) if one.journal == account.journal and one.login != account.login
    ]
    with world.database.read() as session:
        other = account_by_login(session, world, account.journal, others[0]) if others else account
    real(world, other)


DEFECT = Defect(
    says="Отвязка снимает привязку другого человека, а своя остаётся.",
    kind=Kind.UNLINK,
    breaks=(
        "paragraf.unlink.2.1",
        "perm.v1.6.2",
        "mesh_teacher.region.6",
    ),
    blind=True,
    replaces=(function("sim_server.domain.linking:unlink", of_another),),
)
