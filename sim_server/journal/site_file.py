"""Reading `site.toml`: what a journal is. An unknown or missing key is an error that names file and key."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from sim_server.domain.chats import ChatRule
from sim_server.vk_id.clients import Client

SITES = Path(__file__).parent.parent / "sites"
FILE_NAME = "site.toml"


class SiteFileUnsound(ValueError):
    """The file does not say what a journal is; the message names file, key and what is allowed."""


class Part(BaseModel):
    """A table of the file."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Labels(Part):
    """The journal's captions."""

    title: str
    entrance: str
    login: str
    password: str
    sign_in: str
    sign_out: str
    desk: str
    messages: str
    invitation: str
    link: str
    linked_as: str
    open_messenger: str
    unlink: str
    chats: str


class Unlinking(Part):
    """Who may unlink, and whether it is asked back."""

    by: Literal["button"]
    asks_back: bool
    question: str
    explanation: str
    confirm: str
    cancel: str


class ChatTable(Part):
    """A chat made by linking; see ChatRule."""

    key: str
    title: str
    per: Literal["school", "class"]
    roles: tuple[str, ...]


class JournalSite(Part):
    """One journal."""

    id: str
    name: str
    host: str
    colour: str
    labels: Labels
    unlinking: Unlinking
    chats: tuple[ChatTable, ...]
    vk_id: Client
    assumed: tuple[str, ...]
    folder: Path

    @property
    def chat_rules(self) -> list[ChatRule]:
        """The chats that linking makes."""
        return [ChatRule(chat.key, chat.title, chat.per, chat.roles) for chat in self.chats]

    @property
    def templates(self) -> Path:
        """The templates that differ from the shared journal's."""
        return self.folder / "templates"


def read_sites(folder: Path = SITES) -> list[JournalSite]:
    """Every journal of the folder, in the order of their names; raises SiteFileUnsound."""
    return [read_site(file) for file in sorted(folder.glob(f"*/{FILE_NAME}"))]


def read_site(file: Path) -> JournalSite:
    """The journal that the file describes; raises SiteFileUnsound."""
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        site = JournalSite.model_validate({**data, "folder": file.parent})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SiteFileUnsound(f"{file}: {error}") from error
    except ValidationError as error:
        raise SiteFileUnsound("\n".join(_complaints(file, error))) from error
    for path in site.assumed:
        if not _stands_in(data, path):
            raise SiteFileUnsound(f"{file}: assumed names «{path}», which the file does not have")
    return site


def _complaints(file: Path, error: ValidationError) -> Iterator[str]:
    for complaint in error.errors():
        key = ".".join(str(part) for part in complaint["loc"])
        allowed = f" (allowed: {', '.join(Labels.model_fields)})" if complaint["loc"][0] == "labels" else ""
        yield f"{file}: {key}: {complaint['msg']}{allowed}"


def _stands_in(data: Any, path: str) -> bool:
    for part in path.split("."):
        if not isinstance(data, dict) or part not in data:
            return False
        data = data[part]
    return True
