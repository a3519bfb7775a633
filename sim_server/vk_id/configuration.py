"""What the app of VK ID was made with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sim_server.domain.database import Database
from sim_server.vk_id.sign_in import SignIns


@dataclass(frozen=True)
class VkIdConfig:
    """All sign-ins; the names of the journals, and of the services that one is connected with by signing in."""

    database: Database
    sign_ins: SignIns
    journals: Mapping[str, str]
    services: Mapping[str, str]
