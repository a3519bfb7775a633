"""Reading `service.toml`: what a site with sign-in by VK ID is. An unknown or missing key is an error."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from sim_server.toml_file import Table
from sim_server.vk_id.clients import Client
from sim_server.vk_id.sign_in import Screens, sign_in_screens

SERVICES = Path(__file__).parent
FILE_NAME = "service.toml"


class Door(Table):
    """One of the ways in that a person chooses from; with a host it belongs to that other site."""

    caption: str
    host: str = ""


class Service(Table):
    """One site."""

    id: str
    host: str
    name: str
    colour: str
    guest: tuple[str, ...]
    register_caption: str = ""
    sign_in: str
    doors_title: str = ""
    doors: tuple[Door, ...] = ()
    member_title: str
    member: tuple[str, ...]
    shows: Literal["account", "study_profile", "page"] = "account"
    without_page: str = ""
    messenger: str = ""
    sign_out: str
    refused: str
    vk_id: Client
    assumed: tuple[str, ...]


def read_services(folder: Path = SERVICES, screens: Screens | None = None) -> list[Service]:
    """Every service of the folder, in the order of their names; `screens` are those that VK ID has."""
    screens = screens or sign_in_screens()
    return [Service.from_file(file, screens) for file in sorted(folder.glob(f"*/{FILE_NAME}"))]
