"""People who change their school or class while their account and its link stay."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select, update

from sim_server.domain.chats import ChatRule, renew_automatic_chats
from sim_server.domain.journal_accounts import account_by_login
from sim_server.domain.tables import JournalAccountRow, LinkRow
from sim_server.domain.worlds import World


class AccountUnknown(LookupError):
    """The journal has no account with that login."""


def transfer(world: World, journal: str, login: str, chats: list[ChatRule], **place: Any) -> None:
    """Write the account's new `school` or `class_names` down; who is linked changes the chats with them, at once.

    Raises AccountUnknown.
    """
    with world.database.write() as session:
        account = account_by_login(session, world, journal, login)
        if account is None:
            raise AccountUnknown
        own = JournalAccountRow.id == account.id
        session.execute(update(JournalAccountRow).where(own).values(**{"school": account.school, **place}))
        session.expire_all()
        moved = account_by_login(session, world, journal, login)
        profile_id = session.scalar(select(LinkRow.profile_id).where(LinkRow.account_id == account.id))
        if moved is not None and profile_id is not None:
            renew_automatic_chats(session, world, moved, profile_id, chats)
        world.log(session, "transferred", journal=journal, login=login)
