"""Ending what other devices know of a VK ID: «Выйти на всех устройствах, кроме этого»."""

from __future__ import annotations

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from sim_server.domain.tables import Interaction, SignInRequest, SiteSession, VkAccount, VkUser
from sim_server.domain.worlds import World


def sign_out_elsewhere(session: Session, world: World, account: VkAccount, browser: str) -> None:
    """Ends the account's sessions of VK ID and of the messenger in all browsers but the one with that VK ID session.

    Ways through VK ID that were begun elsewhere end too. The journals' own sessions are not VK's: they stay.
    """
    of_world = SiteSession.world_id == world.id
    session.execute(
        delete(SiteSession).where(
            of_world,
            SiteSession.site == "vk_id",
            SiteSession.data["vk_account"].as_integer() == account.id,
            SiteSession.id != browser,
        )
    )
    users = select(VkUser.id).where(VkUser.vk_account_id == account.id)
    session.execute(
        delete(SiteSession).where(
            of_world,
            SiteSession.site == "vk-messenger",
            SiteSession.data["user"].as_integer().in_(users),
            SiteSession.id.not_in(_begun_in(browser)),
        )
    )
    session.execute(
        delete(Interaction).where(Interaction.vk_account_id == account.id, Interaction.browser != browser)
    )


def _begun_in(browser: str) -> Select[str]:
    """The sessions of clients that were signed in through this browser's VK ID: both know the request's `state`."""
    return (
        select(SignInRequest.subject)
        .join(Interaction, Interaction.state == SignInRequest.state)
        .where(Interaction.browser == browser)
    )
