"""Whom a client would like to sign in, told to a browser that does not remember the person."""

from __future__ import annotations

from sqlalchemy import String, cast, select

from sim_server.domain.phones import masked_phone
from sim_server.domain.tables import StudyProfileRow, VkAccountRow
from sim_server.vk_id.journey import SignIn


def proposed_person(sign_in: SignIn) -> str:
    """«Анна С., +7 199 ***-**-11», or nothing if the client names nobody.

    Anybody can name a study profile to /authorize, so no more is told than its owner needs to recognise it.
    """
    if not sign_in.interaction.login_hint:
        return ""
    # Compared as text: a client may write anything there.
    named = cast(StudyProfileRow.id, String) == sign_in.interaction.login_hint
    with sign_in.world.database.read() as session:
        found = session.execute(
            select(StudyProfileRow, VkAccountRow.phone)
            .join(VkAccountRow, VkAccountRow.id == StudyProfileRow.vk_account_id)
            .where(named, StudyProfileRow.world_id == sign_in.world.id)
        ).first()
    if found is None:
        return ""
    profile, phone = found
    name = f"{profile.first_name} {profile.last_name[0]}."
    number = masked_phone(phone).replace(" ", "\u00a0") if phone else ""  # on one line
    return f"{name}, {number}" if number else name
