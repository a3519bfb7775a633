"""The Flask app of VK ID."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Protocol

from sim_server.domain.database import Database
from sim_server.domain.limits import LIMITS
from sim_server.domain.sign_in_ends import OWN_SITE
from sim_server.vk_id.account_page import account_page
from sim_server.vk_id.calls import calls
from sim_server.vk_id.clients import Client
from sim_server.vk_id.own_site import own_site
from sim_server.vk_id.recovering import Recoveries
from sim_server.vk_id.sdk import sdk
from sim_server.vk_id.sign_in import Screens, SignIns, VkIdConfig
from sim_server.vk_id.views import protocol
from sim_server.web.site import DAY, Site

HOSTS = ("id.vk.com", "id.vk.ru")
__all__ = ["HOSTS", "OWN_SITE", "create_app"]


class ConnectableJournal(Protocol):
    """What VK ID has to know of a journal."""

    id: str
    name: str
    vk_id: Client


def own_client(screens: Screens) -> Client:
    """VK ID's own site, which one signs in to like any other."""
    return Client.from_file(Path(__file__).with_name("client.toml"), screens)


def create_app(
    database: Database,
    journals: Sequence[ConnectableJournal],
    services: Sequence[Client],
    screens: Screens,
    simulated: Collection[str],
) -> Site:
    """VK ID for the journals and for the services that one is connected with by signing in.

    `simulated` are the hosts that the simulator answers for; a client of another host is a real system.
    """
    clients = (*(site.vk_id for site in journals), *services, own_client(screens))
    sign_ins = SignIns(screens, {client.id: client for client in clients}, {*simulated, *HOSTS})
    recoveries = Recoveries(sign_ins)
    app = Site(
        "vk_id",
        [own_site, account_page, protocol, calls, sdk, sign_ins.pages, recoveries.pages],
        title="VK ID",
        colour="#1f5fbf",
        session_seconds=LIMITS.vk_session_days * DAY,
        configuration=VkIdConfig(
            database,
            sign_ins,
            journals={site.id: site.name for site in journals},
            services={client.id: client.service_name for client in services},
        ),
    )
    app.url_map.merge_slashes = (
        False  # every path under /oauth2/ is answered in JSON, none by leading elsewhere
    )
    app.add_templates(sign_ins.templates, recoveries.templates)
    return app
