"""All systems in one process: which host is which app, and the WSGI entrance that finds app and world."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from werkzeug.wrappers import Response

from sim_server.control import app as control
from sim_server.domain.database import Database
from sim_server.domain.worlds import World, WorldUnknown, find_world
from sim_server.journal import app as journal
from sim_server.journal.site_file import JournalSite, read_sites
from sim_server.mailbox import app as mailbox
from sim_server.messenger import app as messenger
from sim_server.messenger.address import HOST as MESSENGER_HOST
from sim_server.phone import app as phone
from sim_server.services import app as services
from sim_server.services.service_file import read_services
from sim_server.start import app as start
from sim_server.support import app as support
from sim_server.tenancy import START_HOST, PlaceUnknown, locate
from sim_server.vk_id import app as vk_id
from sim_server.vk_id.sign_in import sign_in_screens

Wsgi = Callable[[dict[str, Any], Any], Iterable[bytes]]


class Simulator:
    """The simulated world of systems over one database; itself a WSGI application."""

    def __init__(
        self,
        database: Database,
        sites: Path | None = None,
        control_token: str | None = None,
        screens: Path | None = None,
    ) -> None:
        self.database = database
        asked = sign_in_screens(screens)
        self.journals: list[JournalSite] = read_sites(sites, asked)
        self.chat_rules = {site.id: site.chat_rules for site in self.journals}
        self.services = read_services(asked)
        own_client = messenger.read_client(asked)
        connectable = [own_client, *(service.vk_id for service in self.services)]
        self.control = control.create_app(database, self.chat_rules, control_token)
        vk = vk_id.create_app(database, self.journals, connectable, asked)
        self._apps: dict[str, Wsgi] = {
            **{
                face.host: journal.create_app(site, face, self)
                for site in self.journals
                for face in site.faces
            },
            **dict.fromkeys(vk_id.HOSTS, vk),
            MESSENGER_HOST: messenger.create_app(self, own_client),
            **{service.host: services.create_app(service, self) for service in self.services},
            phone.HOST: phone.create_app(),
            mailbox.HOST: mailbox.create_app(),
            support.HOST: support.create_app(self.journals),
        }
        self.hosts = tuple(self._apps)
        self._local_apps: dict[str, Wsgi] = {
            START_HOST: start.create_app(self.journals, self.services, self.chat_rules),
            control.HOST: self.control,
        }

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answers the request; the answer's `Server-Timing` says how long that took, for a browser's tools."""
        begun, worked = time.perf_counter(), time.thread_time()

        def timed(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            spent = 1000 * (time.perf_counter() - begun), 1000 * (time.thread_time() - worked)
            timing = "Server-Timing", "app;dur={:.2f}, cpu;dur={:.2f}".format(*spent)
            return start_response(status, [*headers, timing], *rest)

        return self._answer(environ, timed)

    def _answer(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Hands the request to its system, together with its place and its world."""
        try:
            place = locate(environ, (*self._apps, *self._local_apps))
        except PlaceUnknown:
            return Response("Такого сайта в симуляторе нет\n", 421)(environ, start_response)
        app = self._apps.get(place.host) or (self._local_apps[place.host] if place.by_hand else None)
        if app is None:
            return Response("Такого сайта в симуляторе нет\n", 421)(environ, start_response)
        environ["svyazka.place"] = place
        environ["svyazka.world"] = self._world(place.world)
        return app(environ, start_response)

    def _world(self, name: str | None) -> World | None:
        try:
            return find_world(self.database, name) if name else None
        except WorldUnknown:
            return None
