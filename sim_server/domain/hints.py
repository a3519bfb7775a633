"""Whom a client would like to see signed in: what a `login_hint` tells, and to whom it tells anything."""

from __future__ import annotations

from sqlalchemy import ColumnElement, String, cast, exists, select

from sim_server.domain.sign_ins import Asking, C, SignIn
from sim_server.domain.tables import ConsentRow, LinkRow, StudyProfileRow, VkAccountRow
from sim_server.domain.values import value_of
from sim_server.domain.vk_accounts import StudyProfile


def wanted_person(sign_in: SignIn[C]) -> tuple[StudyProfile, str | None] | None:
    """The study profile that the client would like to see signed in, and its owner's number.

    Anybody may name one to /authorize, so it must be linked in a journal; a client of somebody's own is told of
    nobody, but whoever has signed in to it before.
    """
    # Compared as text: a client may write anything there.
    named = cast(StudyProfileRow.id, String) == sign_in.login_hint
    query = (
        select(StudyProfileRow, VkAccountRow.phone)
        .join(VkAccountRow, VkAccountRow.id == StudyProfileRow.vk_account_id)
        .where(named, StudyProfileRow.world_id == sign_in.world.id, _is_known_to(sign_in.client))
    )
    with sign_in.world.database.read() as session:
        found = session.execute(query).first() if sign_in.login_hint else None
        return found and (value_of(StudyProfile, found[0]), found[1])


def _is_known_to(client: Asking) -> ColumnElement[bool]:
    """Whether the study profile has to do with the client."""
    if not client.is_own:
        return exists().where(LinkRow.profile_id == StudyProfileRow.id)
    owner = ConsentRow.vk_account_id == StudyProfileRow.vk_account_id
    return exists().where(owner, ConsentRow.client_id == client.id)
