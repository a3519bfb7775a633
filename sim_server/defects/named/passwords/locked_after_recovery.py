"""A new password does not lift the lock-out."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.tables import VkAccountRow


def stay_locked(real: Any, session: Any, account: Any, password: str) -> None:
    until = session.get_one(VkAccountRow, account.id).locked_until
    real(session, account, password)
    session.get_one(VkAccountRow, account.id, populate_existing=True).locked_until = until


DEFECT = Defect(
    says="Новый пароль не снимает запрет входа: человек восстановил пароль и всё равно не вошёл.",
    kind=Kind.PASSWORD,
    breaks=(
        "mesh_parent.recovery.7.7",
        "mesh_teacher.recovery.2",
    ),
    labels=("Введите пароль",),
    blind=True,
    replaces=(function("sim_server.domain.vk_accounts:set_password", stay_locked),),
)
