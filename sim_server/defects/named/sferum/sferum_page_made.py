"""Registering makes a personal page besides."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.tables import PersonalPageRow


def with_page(real: Any, session: Any, world: Any, address: str, particulars: Any) -> Any:
    account = real(session, world, address, particulars)
    world.add(session, PersonalPageRow, vk_account_id=account.id, **account.particulars)
    return account


DEFECT = Defect(
    says="При регистрации человеку создают страницу ВКонтакте, хотя обещано, что её не будет.",
    kind=Kind.PRIVACY,
    breaks=("sferum.reg.1",),
    blind=True,
    replaces=(function("sim_server.domain.vk_accounts:register_account", with_page),),
)
