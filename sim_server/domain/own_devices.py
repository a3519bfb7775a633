"""A person's own devices: where they have signed in to a journal, its other sites open without asking again."""

from __future__ import annotations

from sqlalchemy import ColumnElement, delete, select

from sim_server.domain.journal_accounts import JournalAccount
from sim_server.domain.tables import JournalAccountRow, OwnDeviceRow
from sim_server.domain.worlds import World


def note_own_device(world: World, device: str, account: JournalAccount) -> None:
    """Remember that the account's person has signed in on that device; the last one who did counts."""
    own = OwnDeviceRow(world_id=world.id, device=device, journal=account.journal, account_id=account.id)
    with world.database.write() as session:
        session.merge(own)


def forget_own_device(world: World, device: str, journal: str) -> None:
    """Signing out makes the device nobody's."""
    world.database.execute(delete(OwnDeviceRow).where(*_signed_in_on(world, device, journal)))


def account_signed_in_automatically(world: World, device: str, journal: str) -> JournalAccount | None:
    """The journal's account that is signed in on that device by itself, unless its person does not want that."""
    own = select(JournalAccountRow).join(OwnDeviceRow, OwnDeviceRow.account_id == JournalAccountRow.id)
    here = own.where(*_signed_in_on(world, device, journal), JournalAccountRow.automatic_sign_in)
    return world.database.value(JournalAccount, here)


def _signed_in_on(world: World, device: str, journal: str) -> tuple[ColumnElement[bool], ...]:
    return OwnDeviceRow.world_id == world.id, OwnDeviceRow.device == device, OwnDeviceRow.journal == journal
