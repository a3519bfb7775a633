"""Consents: a person has signed in to a client by VK ID, which may know so much, and may take that back."""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from sim_server.domain.tables import ConsentRow
from sim_server.domain.vk_accounts import VkAccount
from sim_server.domain.worlds import World


def connect(session: Session, world: World, account_id: int, client_id: str, scope: str = "") -> None:
    """Note that the person has signed in to the client: the first time counts, and rights add up."""
    known = session.get(ConsentRow, (account_id, client_id))
    if known is None:
        given = {"vk_account_id": account_id, "client_id": client_id, "scope": scope}
        world.add(session, ConsentRow, **given, given_at=world.now())
    else:
        known.scope = " ".join(dict.fromkeys([*known.scope.split(), *scope.split()]))


def withdraw(session: Session, account_id: int, client_id: str) -> None:
    """Take the consent back; done twice it is done once."""
    given = ConsentRow.vk_account_id == account_id, ConsentRow.client_id == client_id
    session.execute(delete(ConsentRow).where(*given))


def clients_of(world: World, account: VkAccount) -> list[str]:
    """The clients the person has signed in to, in the order of the first time."""
    own = select(ConsentRow.client_id).where(ConsentRow.vk_account_id == account.id)
    return [client_id for (client_id,) in world.database.look_up_all(own.order_by(ConsentRow.given_at))]


def has_consented(world: World, account_id: int, client_id: str, scope: str) -> bool:
    """Whether the person has allowed the client all these rights."""
    given = ConsentRow.vk_account_id == account_id, ConsentRow.client_id == client_id
    found = world.database.look_up(select(ConsentRow.scope).where(*given))
    return found is not None and set(scope.split()) <= set(found.scope.split())
