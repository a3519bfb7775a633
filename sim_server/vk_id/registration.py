"""Clients of somebody's own: what is told of one, by a file or by the control API, and what VK ID makes of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import SplitResult, urlsplit

from pydantic import AfterValidator, StrictBool, ValidationError
from werkzeug.urls import iri_to_uri

from sim_server.domain.clients import told_of_client, told_of_clients
from sim_server.domain.protocol_rules import rules_of
from sim_server.domain.worlds import World
from sim_server.toml_file import Table
from sim_server.vk_id.clients import Client
from sim_server.words import Caption, Kind

USUAL = Path(__file__).with_name("registered.toml")
RUNNING = {"javascript", "data", "vbscript", "blob", "file", "about"}  # schemes that lead to no client
WEB = {"http", "https"}
NEEDS_PROFILE = {"offer", "profile_data"}
BY_PASSWORD = {"password"}
CLIENT_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


def _sound_address(text: str) -> str:
    """The address, if an answer can be sent there. RFC 6749 §3.1.2: absolute, and without a fragment."""
    if not text.isascii() or not text.isprintable() or " " in text or "\\" in text:
        raise ValueError("в адресе возврата бывают только печатные латинские знаки, без пробелов и «\\»")
    parts = _split(text)
    if not parts.scheme or parts.scheme.lower() in RUNNING:
        raise ValueError("адрес возврата начинается со схемы: https://…, http://localhost:3000/…, myapp://…")
    if "#" in text:
        raise ValueError("в адресе возврата не бывает «#»")
    if parts.scheme.lower() in WEB and not parts.hostname:
        raise ValueError("в адресе возврата нет сайта")
    if "@" in parts.netloc:
        raise ValueError("в адресе возврата не бывает имени и пароля")
    return text


def _split(text: str) -> SplitResult:
    """Its parts, if a browser can be sent there."""
    try:
        iri_to_uri(text)
        return urlsplit(text)
    except ValueError as error:
        raise ValueError("сайт или порт в адресе возврата записан неверно") from error


def _sound_name(text: str) -> str:
    if not CLIENT_ID.fullmatch(text):
        raise ValueError("имя клиента — латинские буквы, цифры, «.», «_» и «-», не длиннее 64 знаков")
    return text


def _at_least_one(addresses: tuple[str, ...]) -> tuple[str, ...]:
    if not addresses:
        raise ValueError("нужен хотя бы один адрес возврата")
    return addresses


RedirectUri = Annotated[str, AfterValidator(_sound_address), Kind("адрес")]


class OwnClient(Table):
    """Клиент, который знает VK ID."""

    id: Annotated[str, AfterValidator(_sound_name), Kind("имя")]
    """`client_id`: латинские буквы, цифры, «.», «_», «-»."""
    name: Caption
    """Как VK ID называет его на экранах."""
    redirect_uris: Annotated[tuple[RedirectUri, ...], AfterValidator(_at_least_one)]
    """Адреса возврата; принимается только такой, что совпал до знака."""
    study_profile: StrictBool = False
    """Нужен ли клиенту учебный профиль: тогда сообщаются данные профиля, а у кого его нет, тот его создаёт."""
    like: Annotated[str, Kind("имя")] = ""
    """Имя журнала у VK ID: экраны VK ID те же, что для него, и учебный профиль нужен, если нужен ему."""


class ClientUnsound(ValueError):
    """A client cannot be registered so; the message is Russian and says why."""


def unknown_model(own: OwnClient, ours: Collection[str]) -> str:
    """What is told of a client that wants to be like one whom nobody knows; empty if it is fine."""
    if not own.like or own.like in ours:
        return ""
    return f"like: клиента «{own.like}» нет; есть: {', '.join(sorted(ours))}"


def sound_client(told: Mapping[str, Any], ours: Collection[str] = ()) -> dict[str, Any]:
    """What is kept of a client that was told so, where these are ours; raises ClientUnsound."""
    try:
        own = OwnClient.model_validate(told)
        if unknown := unknown_model(own, ours):
            raise ClientUnsound(unknown)
        return own.model_dump(mode="json")
    except ValidationError as error:
        first = error.errors()[0]
        why = first.get("ctx", {}).get("error") or first["msg"]
        raise ClientUnsound(f"{'.'.join(str(part) for part in first['loc'])}: {why}") from error


class OwnClients(Table):
    """Файл клиентов: таблица `[[clients]]` на каждого."""

    clients: tuple[OwnClient, ...]
    """Клиенты."""


class KnownClients(Mapping[str, Client]):
    """The clients that a world knows: those of the simulator, and those that were registered there."""

    def __init__(self, ours: Mapping[str, Client], usual: Client, world: World) -> None:
        self._ours, self._usual, self._world = ours, usual, world

    def __getitem__(self, client_id: str) -> Client:
        if client_id in self._ours:
            return self._ours[client_id]
        told = told_of_client(self._world, client_id)
        if told is None:
            raise KeyError(client_id)
        own = OwnClient.model_validate(told)
        by_code = rules_of(self._world).proof_first == "code"
        return made_client(own, self._ours.get(own.like, self._usual), by_code=by_code)

    def __iter__(self) -> Iterator[str]:
        yield from self._ours
        yield from told_of_clients(self._world)

    def __len__(self) -> int:
        return len([*iter(self)])


def made_client(own: OwnClient, usual: Client, *, by_code: bool) -> Client:
    """What VK ID shows and asks for a client of that kind."""
    needs_profile = own.study_profile or bool(own.like and usual.needs_profile)
    left_out = (set() if needs_profile else NEEDS_PROFILE) | (BY_PASSWORD if by_code else set())
    journey = {
        situation: [name for name in order if name not in left_out]
        for situation, order in usual.journey.items()
    }
    said = {"id": own.id, "service_name": own.name, "redirect_uris": own.redirect_uris}
    return usual.model_copy(update={**said, "needs_profile": needs_profile, "journey": journey})


def usual_client(screens: Mapping[str, Any]) -> Client:
    """What holds for every client of somebody's own."""
    return Client.from_file(USUAL, screens)
