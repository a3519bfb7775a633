"""Unlinking in one journal unlinks in all."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.connections import disconnect_journal, journals_of
from sim_server.domain.linking import profile_linked_to
from sim_server.domain.vk_accounts import vk_account_by_id


def everywhere(real: Any, world: Any, account: Any) -> None:
    profile = profile_linked_to(world, account)
    real(world, account)
    owner = vk_account_by_id(world, profile.vk_account_id) if profile else None
    if owner is not None:
        for journal in journals_of(world, owner):
            disconnect_journal(world, owner, journal)


DEFECT = Defect(
    says="Отвязка в одном журнале снимает привязку и в другом.",
    kind=Kind.UNLINK,
    breaks=(
        "paragraf.unlink.2.1",
        "perm.v1.6.2",
    ),
    labels=(
        "Перейти в чаты",
        "Перейти в VK Мессенджер",
        "Мессенджер подключен",
    ),
    blind=True,
    replaces=(function("sim_server.domain.linking:unlink", everywhere),),
)
