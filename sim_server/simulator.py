"""All systems in one process: which host is which app, and the WSGI entrance that finds app and world."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from werkzeug.wrappers import Response

from sim_server.control import app as control
from sim_server.defects.orders import Defects, Systems
from sim_server.domain.database import Database
from sim_server.domain.keys import lasting_key
from sim_server.domain.protocol_rules import Profile
from sim_server.domain.worlds import World, WorldUnknown, find_world
from sim_server.journal import app as journal
from sim_server.journal.site_file import FILE_NAME, SiteFileUnsound, read_sites
from sim_server.journal.site_tables import JournalSite
from sim_server.mailbox import app as mailbox
from sim_server.messenger import app as messenger
from sim_server.messenger.address import HOST as MESSENGER_HOST
from sim_server.phone import app as phone
from sim_server.services import app as services
from sim_server.services.service_file import Service, read_services
from sim_server.start import app as start
from sim_server.start.own_clients import read_clients
from sim_server.support import app as support
from sim_server.tenancy import START_HOST, PlaceUnknown, locate
from sim_server.toml_complaints import line
from sim_server.vk_id import app as vk_id
from sim_server.vk_id import old_protocol
from sim_server.vk_id.clients import Client
from sim_server.vk_id.sign_in import Screens, sign_in_screens
from sim_server.web.site import Site

Wsgi = Callable[[dict[str, Any], Any], Iterable[bytes]]


@dataclass(frozen=True)
class System:
    """One system: its app, the hosts it answers for, and its pages on the start page, by their captions there."""

    app: Wsgi
    hosts: tuple[str, ...]
    listed: Mapping[str, str] = field(default_factory=dict)


class Simulator:
    """The simulated world of systems over one database; itself a WSGI application.

    `clients` is a file of somebody's own clients, `only` are hosts where not all shall be there, `usual_world` is
    the world of requests that name none; by `profile` the main world decides what is disputed
    when it begins anew.
    """

    def __init__(
        self,
        database: Database,
        sites: Path | None = None,
        control_token: str | None = None,
        screens: Path | None = None,
        clients: Path | None = None,
        only: Collection[str] | None = None,
        usual_world: str | None = None,
        profile: Profile | None = None,
    ) -> None:
        self.database = database
        self._made_of = sites, screens
        asked_by_vk_id = sign_in_screens(screens)
        self.journals: list[JournalSite] = read_sites(sites, asked_by_vk_id)
        self.chat_rules = {site.id: site.chat_rules for site in self.journals}
        self.connectable: list[Client] = []  # whom one signs in to by VK ID besides the journals
        others = [*self._common_systems(asked_by_vk_id)]
        self._prove_apart(others)
        every = [*self._faces(), *others]
        self.all_hosts = tuple(host for one in every for host in one.hosts)
        systems = [one for one in every if only is None or {*one.hosts} & {*only}]
        self._usual_world = usual_world
        self.own_clients = read_clients(clients, self._our_clients()) if clients else ()
        self._apps: dict[str, Wsgi] = {host: system.app for system in systems for host in system.hosts}
        self.hosts = tuple(self._apps)
        self.defects = Defects(self._apps, self._built_again)
        self.control = control.create_app(
            database, self, self.chat_rules, control_token, self.defects, self._our_clients()
        )
        listed = {title: (one.hosts[0], path) for one in systems for title, path in one.listed.items()}
        names = {
            site.id: site.name for site in self.journals if {face.host for face in site.faces} & {*self.hosts}
        }
        first = start.create_app(start.StartConfig(listed, names, self.chat_rules, self.own_clients, profile))
        self._local_apps: dict[str, Wsgi] = {START_HOST: first, control.HOST: self.control}
        self._share_key([first, *self._apps.values()])

    def _share_key(self, apps: Sequence[Wsgi]) -> None:
        """Let the forms of every site be signed by the database's key."""
        key = lasting_key(self.database)
        for app in apps:
            if isinstance(app, Site):
                app.secret_key = key

    def _our_clients(self) -> frozenset[str]:
        """The names that VK ID knows in every world."""
        ours = {one.id for one in self.connectable} | {one.vk_id.id for one in self.journals}
        return frozenset(ours | {vk_id.OWN_SITE})

    def _built_again(self) -> Systems:
        """The same systems once more, over the same database."""
        return Simulator(self.database, self._made_of[0], screens=self._made_of[1])._apps

    def _faces(self) -> Iterator[System]:
        """The sites of the journals; which there are, their folders say. Raises SiteFileUnsound."""
        for site in self.journals:
            for face in site.faces:
                yield System(journal.create_app(site, face, self), (face.host,), {site.face_name(face): "/"})

    def _common_systems(self, screens: Screens) -> Iterator[System]:
        """Every other system, in the order of the start page; what services there are, their folders say."""
        known, client = read_services(screens=screens), messenger.read_client(screens)
        yield System(messenger.create_app(self, client), (MESSENGER_HOST,), {"VK Мессенджер": "/"})
        connectable = [client, *(service.vk_id for service in known)]
        self.connectable = connectable
        self._prove_clients({one.id for one in connectable} | {vk_id.OWN_SITE})
        vk = vk_id.create_app(self.database, self.journals, connectable, screens, self._clients_hosts(known))
        yield System(vk, vk_id.HOSTS, {"Кабинет VK ID": "/"})
        yield System(old_protocol.create_app(), old_protocol.HOSTS)
        for service in known:
            yield System(services.create_app(service, self), (service.host,), {service.name: "/"})
        unlinks = {one.id: one.name for one in self.journals if one.unlinking.by == "support"}
        faces = {
            "Служба технической поддержки": "/",
            "Служба технической поддержки: стол сотрудника": "/desk",
        }
        yield System(support.create_app(unlinks), (support.HOST,), faces)
        yield System(phone.create_app(), (phone.HOST,))
        yield System(mailbox.create_app(), (mailbox.HOST,))

    def _clients_hosts(self, known: Sequence[Service]) -> set[str]:
        """The hosts of all here that people sign in to by VK ID."""
        faces = {face.host for site in self.journals for face in site.faces}
        return {*faces, *(one.host for one in known), MESSENGER_HOST}

    def _prove_apart(self, others: Sequence[System]) -> None:
        """Return if no journal is where another system is; among themselves they are apart."""
        taken = {host: next(iter(one.listed), host) for one in others for host in one.hosts}
        taken[control.HOST] = "управление симулятором"
        _refuse(
            line(
                site.folder / FILE_NAME,
                f"faces.{number}.host",
                f"адрес «{face.host}» занят: это {taken[face.host]}",
            )
            for site in self.journals
            for number, face in enumerate(site.faces)
            if face.host in taken
        )

    def _prove_clients(self, taken: Collection[str]) -> None:
        """Return if VK ID knows no other client by the name of a journal."""
        _refuse(
            line(
                site.folder / FILE_NAME,
                "vk_id.id",
                f"«{site.vk_id.id}» занято другой системой: назовите иначе",
            )
            for site in self.journals
            if site.vk_id.id in taken
        )

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer the request; the answer's `Server-Timing` says how long that took, for a browser's tools."""
        begun, worked = time.perf_counter(), time.thread_time()

        def timed(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            spent = 1000 * (time.perf_counter() - begun), 1000 * (time.thread_time() - worked)
            timing = "Server-Timing", "app;dur={:.2f}, cpu;dur={:.2f}".format(*spent)
            return start_response(status, [*headers, timing], *rest)

        return self._answer(environ, timed)

    def _answer(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Hand the request to its system, together with its place and its world."""
        try:
            place = locate(environ, (*self._apps, *self._local_apps))
            app = self._apps.get(place.host) or (self._local_apps[place.host] if place.by_hand else None)
        except PlaceUnknown:
            app = None
        if app is None:
            return Response("Такого сайта в симуляторе нет\n", 421)(environ, start_response)
        world = self._world(place.world or self._usual_world)
        environ.update({"svyazka.place": place, "svyazka.world": world})
        if world is not None and world.ordered is not None:
            self.defects.heed(world.id, world.ordered)
            app = self._apps.get(place.host) or app
        return app(environ, start_response)

    def _world(self, name: str | None) -> World | None:
        try:
            return find_world(self.database, name) if name else None
        except WorldUnknown:
            return None


def _refuse(told: Iterable[str]) -> None:
    if words := "\n".join(told):
        raise SiteFileUnsound(words)
