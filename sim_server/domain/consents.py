"""Consents: a person has signed in to a client by VK ID, and may take that back."""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from sim_server.domain.tables import ConsentRow
from sim_server.domain.vk_accounts import VkAccount
from sim_server.domain.worlds import World


def connect(session: Session, world: World, account_id: int, client_id: str) -> None:
    """Note that the person has signed in to the client; the first time counts."""
    if session.get(ConsentRow, (account_id, client_id)) is None:
        world.add(session, ConsentRow, vk_account_id=account_id, client_id=client_id, given_at=world.now())


def withdraw(session: Session, account_id: int, client_id: str) -> None:
    """Take the consent back; done twice it is done once."""
    given = ConsentRow.vk_account_id == account_id, ConsentRow.client_id == client_id
    session.execute(delete(ConsentRow).where(*given))


def clients_of(world: World, account: VkAccount) -> list[str]:
    """The clients the person has signed in to, in the order of the first time."""
    own = select(ConsentRow.client_id).where(ConsentRow.vk_account_id == account.id)
    return [client_id for (client_id,) in world.database.look_up_all(own.order_by(ConsentRow.given_at))]


def has_consented(world: World, account_id: int, client_id: str) -> bool:
    """Whether the person is connected with the client."""
    given = ConsentRow.vk_account_id == account_id, ConsentRow.client_id == client_id
    return world.database.look_up(select(ConsentRow.client_id).where(*given)) is not None
