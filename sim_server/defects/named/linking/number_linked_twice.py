"""A study profile that is linked is taken from its account."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.journal_accounts import account_by_login
from sim_server.domain.linking import links_in, unlink


def take_over(real: Any, world: Any, account: Any, profile_id: int, *more: Any) -> None:
    for one in links_in(world):
        if (one.journal, one.profile.id) == (account.journal, profile_id) and one.login != account.login:
            with world.database.read() as session:
                other = account_by_login(session, world, one.journal, one.login)
            unlink(world, other) if other else None
    real(world, account, profile_id, *more)


DEFECT = Defect(
    says="Уже привязанный номер привязывают ко второй учётной записи, а первая молча теряет чаты.",
    kind=Kind.LINK,
    breaks=(
        "mesh_teacher.linked.1",
        "mesh_parent.v1.3.3",
    ),
    labels=("Привязка не выполнена",),
    blind=True,
    replaces=(function("sim_server.domain.linking:link", take_over),),
)
