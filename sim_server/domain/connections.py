"""What a VK ID is connected with: journals by links, every other client by a consent; and ending that."""

from __future__ import annotations

from sqlalchemy import delete
from sqlalchemy.orm import Session

from sim_server.domain.consents import withdraw
from sim_server.domain.grants import drop_codes, end_grants
from sim_server.domain.linking import Severance, links_of, sever
from sim_server.domain.sign_outs import end_sessions
from sim_server.domain.tables import LinkRow, SiteSessionRow, VkAccountRow
from sim_server.domain.vk_accounts import VkAccount, profile_of
from sim_server.domain.worlds import World


def journals_of(world: World, account: VkAccount) -> list[str]:
    """The journals that the account's study profile is linked in."""
    with world.database.read() as session:
        return [link.journal for link in _links(session, account)]


def disconnect_journal(world: World, account: VkAccount, journal: str) -> None:
    """Unlink in that journal; done twice it is done once."""
    with world.database.write() as session:
        links = [link for link in _links(session, account) if link.journal == journal]
        sever(session, world, links, Severance.DISCONNECTED)


def disconnect_client(world: World, account: VkAccount, client_id: str) -> None:
    """Take the consent back and sign the person out of that client, in every browser."""
    with world.database.write() as session:
        _revoke(session, world, account.id, client_id)
        end_sessions(session, world, account, SiteSessionRow.site == client_id)
        world.log(session, "client_disconnected", client=client_id)


def revoke_client(world: World, account_id: int, client_id: str) -> None:
    """Take the consent back as the client itself asks: all that the client was given ends."""
    with world.database.write() as session:
        _revoke(session, world, account_id, client_id)
        world.log(session, "client_revoked", client=client_id)


def delete_account(world: World, account: VkAccount) -> None:
    """Delete the VK ID with all that it can be; messages stay, under the author's name."""
    with world.database.write() as session:
        sever(session, world, _links(session, account), Severance.DELETED)
        end_sessions(session, world, account)
        session.flush()
        session.execute(delete(VkAccountRow).where(VkAccountRow.id == account.id))
        world.log(session, "vk_id_deleted", phone=account.phone, email=account.email)


def _revoke(session: Session, world: World, account_id: int, client_id: str) -> None:
    withdraw(session, account_id, client_id)
    end_grants(session, world, account_id, client_id)
    drop_codes(session, account_id, client_id)


def _links(session: Session, account: VkAccount) -> list[LinkRow]:
    profile = profile_of(session, account)
    return links_of(session, profile.id) if profile else []
