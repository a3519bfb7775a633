"""The Flask app of the messenger."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sim_server.domain.chat_rights import NotAllowed
from sim_server.domain.chats import NotAMember
from sim_server.domain.limits import LIMITS
from sim_server.messenger.calls import calls
from sim_server.messenger.guard import MessengerConfig
from sim_server.messenger.making import making
from sim_server.messenger.members import members
from sim_server.messenger.news import news
from sim_server.messenger.sign_in import sign_in
from sim_server.messenger.views import messenger
from sim_server.vk_id.clients import Client
from sim_server.vk_id.sign_in import Screens
from sim_server.web.site import DAY, Site


def read_client(screens: Screens) -> Client:
    """The messenger as VK ID knows it."""
    return Client.from_file(Path(__file__).with_name("client.toml"), screens)


def create_app(vk_id: Any, client: Client) -> Site:
    """The messenger; `vk_id` is the WSGI app of VK ID, for the back channel."""
    return Site(
        "messenger",
        [sign_in, messenger, members, making, calls, news],
        title="VK Мессенджер",
        colour="#0b6e5f",
        session_seconds=LIMITS.vk_session_days * DAY,
        sessions_of=client.id,
        configuration=MessengerConfig(client, vk_id),
        refused={NotAllowed: 403, NotAMember: 404},
    )
