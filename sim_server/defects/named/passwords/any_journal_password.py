"""A journal compares the login alone."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.journal_accounts import account_by_login


def by_login(real: Any, world: Any, journal: str, login: str, password: str) -> Any:
    with world.database.read() as session:
        return account_by_login(session, world, journal, login)


DEFECT = Defect(
    says="В журнал пускают с любым паролем: довольно знать логин.",
    kind=Kind.PASSWORD,
    breaks=(
        "perm.in.2.2",
        "mesh_teacher.way1.1",
        "mesh_teacher.way2.1",
        "paragraf.link.1.2",
        "mesh_parent.v1.1.1",
        "mesh_parent.v2.1.1",
    ),
    labels=("Неверный логин или пароль",),
    blind=True,
    replaces=(function("sim_server.domain.journal_accounts:account_by_password", by_login),),
)
