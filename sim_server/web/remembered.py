"""The VK ID that a browser's session names: one for VK ID itself and for every service that it signs in to."""

from __future__ import annotations

from flask import session

from sim_server.domain.vk_accounts import VkAccount, vk_account_by_id
from sim_server.web.site import current_world

REMEMBERED = "vk_account"


def remembered_account() -> VkAccount | None:
    """The VK ID that this browser remembers, if there still is one."""
    account_id = session.get(REMEMBERED)
    return None if account_id is None else vk_account_by_id(current_world(), account_id)
