"""Reading `site.toml`: what a journal is. An unknown or missing key is an error that names file and key."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError, model_validator

from sim_server.domain.chats import ChatRule
from sim_server.toml_file import Table, read_toml
from sim_server.vk_id.clients import Client
from sim_server.vk_id.sign_in import Screens, sign_in_screens

SITES = Path(__file__).parent.parent / "sites"
SITES_VARIABLE = "SVYAZKA_SITES"
FILE_NAME = "site.toml"
HOST = r"^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$"  # the bare name, no https:// and no port


class SiteFileUnsound(ValueError):
    """The file does not say what a journal is; the message names file, key and what is allowed."""


class Labels(Table):
    """The journal's captions."""

    title: str
    entrance: str
    login: str
    password: str
    sign_in: str
    sign_out: str
    desk: str
    settings: str = ""
    disconnected: str = (
        "Учебный профиль отвязан: этот журнал отключён в кабинете VK ID. Профиль можно привязать снова."
    )
    deleted: str = "Учебный профиль отвязан: VK ID, к которому он относился, удалён. Можно привязать другой."


class LinkPlace(Table):
    """A page where linking is offered and, once done, leads on."""

    path: str
    reached_by: Literal["icon", "tab", "settings_tab", "settings_button"]
    caption: str
    roles: tuple[str, ...] = ()
    heading_before: str
    text_before: tuple[str, ...]
    link: str
    heading_after: str
    linked_as: str
    open_messenger: str
    shows: tuple[Literal["chats", "unlinking"], ...] = ()
    chats: str = "Чаты"
    back: str

    def is_for(self, role: str) -> bool:
        """Whether a person of that role gets there; a place that names no role is for all."""
        return not self.roles or role in self.roles


class Face(Table):
    """One site of the journal: the usual one, or the app on a phone; accounts and links are the same."""

    host: str = Field(pattern=HOST)
    title: str = ""
    entrance: str = ""
    note: tuple[str, ...] = ()
    layout: Literal["web", "mobile"] = "web"
    home: str = "/desk"
    navigation: tuple[str, ...] = ()
    views: str = ""
    places: tuple[LinkPlace, ...]

    def tabs(self, role: str) -> list[LinkPlace]:
        """The places that a person of that role reaches through a tab of the navigation."""
        return [place for place in self.places if place.reached_by == "tab" and place.is_for(role)]

    def settings_places(self, role: str) -> list[LinkPlace]:
        """The places that a person of that role reaches through the account's settings."""
        return [
            place for place in self.places if place.reached_by.startswith("settings") and place.is_for(role)
        ]


class Lesson(Table):
    """The distance lesson: whose account leads there, and what the others read instead."""

    roles: tuple[str, ...]
    heading: str
    enter: str
    leave: str
    elsewhere: str


class WayToMessenger(Table):
    """How the messenger opens from the journal: where, and whether its sign-in page comes first."""

    window: Literal["same", "new"] = "same"
    entrance: Literal["chats", "sign_in"] = "chats"


class Unlinking(Table):
    """Who may unlink, and whether it is asked back."""

    by: Literal["button", "support", "passport"]
    asks_back: bool = True
    caption: str = ""
    question: str = ""
    explanation: str = ""
    confirm: str = ""
    cancel: str = ""

    @model_validator(mode="after")
    def _what_is_shown_has_words(self) -> Unlinking:
        asked = ("question", "confirm", "cancel") if self.by == "button" and self.asks_back else ()
        shown = ("caption",) if self.by == "button" else ()
        missing = [name for name in (*shown, *asked) if not getattr(self, name)]
        if missing:
            raise ValueError(f"these words are missing: {', '.join(missing)}")
        return self


class ChatTable(Table):
    """A chat made by linking; see ChatRule. Who may do what there is `domain/chat_rights.toml`'s to say."""

    key: str
    title: str
    per: Literal["school", "class", "subject"]
    kind: Literal["staff", "parents", "pupils", ""] = ""
    roles: tuple[str, ...]


class JournalSite(Table):
    """One journal."""

    id: str
    name: str
    colour: str
    labels: Labels
    role_names: dict[str, str] = {}
    faces: tuple[Face, ...]
    unlinking: Unlinking
    messenger: WayToMessenger = WayToMessenger()
    lesson: Lesson | None = None
    automatic_sign_in: bool = False
    recommended_browsers: tuple[str, ...] = ()
    browser_advice: str = ""
    chats: tuple[ChatTable, ...]
    chats_with: str = ""  # the journal of the same school system that keeps the chats of both
    vk_id: Client
    assumed: tuple[str, ...]
    folder: Path

    @property
    def chats_keeper(self) -> str:
        """The journal whose chats the people of this one are in."""
        return self.chats_with or self.id

    @property
    def chat_rules(self) -> list[ChatRule]:
        """The chats that linking makes."""
        return [
            ChatRule(chat.key, chat.title, chat.per, chat.roles, chat.kind, self.chats_keeper)
            for chat in self.chats
        ]

    def face_name(self, face: Face) -> str:
        """What people call that face."""
        return f"{self.name}, приложение" if face.layout == "mobile" else face.title or self.name

    @property
    def templates(self) -> Path:
        """The templates that differ from the shared journal's."""
        return self.folder / "templates"


def read_sites(folder: Path | None = None, screens: Screens | None = None) -> list[JournalSite]:
    """Every journal of the folder, in the order of their names; raises SiteFileUnsound.

    Without a folder it is the one that SVYAZKA_SITES names, else the simulator's own; `screens` are those that
    VK ID has.
    """
    screens = screens or sign_in_screens()
    folder = folder or Path(os.environ.get(SITES_VARIABLE, SITES))
    sites = [read_site(file, screens) for file in sorted(folder.glob(f"*/{FILE_NAME}"))]
    _check_hosts(sites)
    for site in sites:
        _check_shared_chats(site, {one.id: one for one in sites})
    return sites


def _check_hosts(sites: list[JournalSite]) -> None:
    """An address leads to one journal."""
    taken: dict[str, Path] = {}
    for site in sites:
        for face in site.faces:
            file = site.folder / FILE_NAME
            if face.host in taken:
                raise SiteFileUnsound(
                    f"У двух журналов один адрес «{face.host}»: {taken[face.host]} и {file}"
                )
            taken[face.host] = file


def _check_shared_chats(site: JournalSite, sites: dict[str, JournalSite]) -> None:
    """A chat that two journals share is one chat: it is called and ruled alike in both."""
    if not site.chats_with:
        return
    file = site.folder / FILE_NAME
    if site.chats_with not in sites or sites[site.chats_with].chats_with:
        raise SiteFileUnsound(f"{file}: chats_with names «{site.chats_with}», which keeps no chats")
    kept = {chat.key: chat for chat in sites[site.chats_with].chats}
    for chat in site.chats:
        twin = kept.get(chat.key, chat)
        if (chat.title, chat.per, chat.kind) != (twin.title, twin.per, twin.kind):
            raise SiteFileUnsound(f"{file}: the chat «{chat.key}» differs from that of «{site.chats_with}»")


def read_site(file: Path, screens: Screens | None = None) -> JournalSite:
    """The journal that the file describes; raises SiteFileUnsound."""
    try:
        data = _read_with_model(file)
        table = {**data, "folder": file.parent}
        site = JournalSite.model_validate(table, context=screens or sign_in_screens())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, FileNotFoundError) as error:
        raise SiteFileUnsound(f"{file}: {error}") from error
    except ValidationError as error:
        raise SiteFileUnsound("\n".join(_complaints(file, error))) from error
    for path in site.assumed:
        if not _stands_in(data, path):
            raise SiteFileUnsound(f"{file}: assumed names «{path}», which the file does not have")
    return site


def _read_with_model(file: Path) -> dict[str, Any]:
    """The file's data; where it says `like = "ID"`, it only tells what differs from that journal's file."""
    data = read_toml(file)
    model = data.pop("like", None)
    if model is None:
        return data
    inherited = _read_with_model(file.parent.parent / model / FILE_NAME)
    own = {key: _merged(inherited.get(key), value) for key, value in data.items()}
    return {**inherited, **own, "assumed": [*inherited["assumed"], *data.get("assumed", [])]}


def _merged(model: Any, own: Any) -> Any:
    """Merge tables key by key, lists of tables entry by entry; anything else is the own value."""
    if isinstance(model, dict) and isinstance(own, dict):
        return {**model, **{key: _merged(model.get(key), value) for key, value in own.items()}}
    if (
        isinstance(model, list)
        and isinstance(own, list)
        and own
        and all(isinstance(entry, dict) for entry in own)
    ):
        return [_merged(*pair) for pair in zip_longest(model[: len(own)], own)]
    return own


def _complaints(file: Path, error: ValidationError) -> Iterator[str]:
    for complaint in error.errors():
        key = ".".join(str(part) for part in complaint["loc"])
        allowed = f" (allowed: {', '.join(Labels.model_fields)})" if complaint["loc"][0] == "labels" else ""
        yield f"{file}: {key}: {complaint['msg']}{allowed}"


def _stands_in(data: Any, path: str) -> bool:
    for part in path.split("."):
        try:
            data = data[int(part)] if isinstance(data, list) else data[part]
        except (KeyError, IndexError, TypeError, ValueError):
            return False
    return True
