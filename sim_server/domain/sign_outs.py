"""Ending what browsers know of a VK ID; who wants that, and why, stands in `connections` and `recoveries`."""

from __future__ import annotations

from sqlalchemy import ColumnElement, cast, delete, exists, func, or_, select
from sqlalchemy.orm import Session

from sim_server.domain.column_types import WholeNumber
from sim_server.domain.tables import InteractionRow, SiteSessionRow, VkUserRow
from sim_server.domain.vk_accounts import VkAccount
from sim_server.domain.worlds import World


def end_sessions(session: Session, world: World, account: VkAccount, *which: ColumnElement[bool]) -> None:
    """End the sessions of that VK ID, or of somebody it can be: in VK ID, the messenger and the services.

    All of them, unless conditions say which. The journals' own sessions name nobody of VK ID: they stay.
    """
    users = select(VkUserRow.id).where(VkUserRow.vk_account_id == account.id)
    theirs = or_(
        _number("vk_account") == account.id,
        _number("user").in_(users),
    )
    session.execute(delete(SiteSessionRow).where(SiteSessionRow.world_id == world.id, theirs, *which))


def sign_out_elsewhere(session: Session, world: World, account: VkAccount, browser: str) -> None:
    """«Выйти на всех устройствах, кроме этого»: `browser` is the name of this one at VK ID.

    Ways through VK ID that were begun elsewhere end too.
    """
    end_sessions(session, world, account, ~_is_at_vk_id(browser), ~_begun_in(browser))
    elsewhere = InteractionRow.vk_account_id == account.id, InteractionRow.browser != browser
    session.execute(delete(InteractionRow).where(*elsewhere))


def _number(key: str) -> ColumnElement[int]:
    """A number of a session's data; databases differ in how large one is that they find in JSON."""
    return cast(SiteSessionRow.data[key].as_string(), WholeNumber)


def _is_at_vk_id(browser: str) -> ColumnElement[bool]:
    return func.coalesce(SiteSessionRow.data["browser"].as_string(), "") == browser


def _begun_in(browser: str) -> ColumnElement[bool]:
    """Whether a client's session was signed in through this browser's VK ID: both know the sign-in's `state`."""
    state = SiteSessionRow.data["state"].as_string()
    return exists().where(InteractionRow.browser == browser, InteractionRow.state == state)
