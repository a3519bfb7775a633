"""Which world has ordered which defects, and the systems that serve such a world."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from jinja2 import BaseLoader
from werkzeug.wrappers import Request, Response

from sim_server.defects.acting import NOTHING, Acting, DefectUnsound, act
from sim_server.defects.altered import READER, AlteredTemplates, altering
from sim_server.defects.catalogue import find, known
from sim_server.defects.seams import DataSeam, FunctionSeam, LimitSeam, Replacement, TemplateSeam
from sim_server.defects.touching import TEMPLATES, Touched
from sim_server.web.site import Site

Wsgi = Callable[[dict[str, Any], Any], Iterable[bytes]]
Systems = Mapping[str, Wsgi]  # by their hosts


@dataclass(frozen=True)
class Ordered:
    """What acts in a world, and the systems that serve it: those of all worlds, or some of its own."""

    acting: Acting
    systems: Systems
    touched: Touched | None = None
    ids: tuple[str, ...] = ()


class Defects:
    """The defects of one simulator's worlds; `systems` are its own, `build` makes them once more."""

    def __init__(self, systems: dict[str, Wsgi], build: Callable[[], Systems]) -> None:
        """Change nothing yet: until a world orders a defect, no system knows that there are any."""
        self._systems = systems
        self._sound = dict(systems)
        self._build = build
        self._ordered: dict[int, Ordered] = {}
        self._built: dict[tuple[int, ...], tuple[Sequence[Replacement], Systems]] = {}
        self._lock = threading.Lock()

    def order(self, world: int, ids: Sequence[str], noted: bool = False) -> None:
        """Let the world have these defects and no others; raises DefectUnknown, and then nothing has changed.

        Of a `noted` world it is taken down which defects it could have shown.
        """
        replacements = [replacement for one in ids for replacement in find(one).replaces]
        if not (replacements or noted):
            self.forget(world)
            return
        systems = self._systems_with(replacements)
        touched = Touched() if noted else None
        if touched is not None:
            _open_all()
            replacements.append(FunctionSeam(TEMPLATES, touched.load))
        acting = replace(Acting.of(replacements), noting=touched)
        with self._lock:
            self._ordered[world] = Ordered(acting, systems, touched, tuple(ids))
            for host, app in self._sound.items():
                self._systems[host] = self._heeding(host, app)

    def heed(self, world: int, wanted: Mapping[str, Any]) -> None:
        """Let the world have what it was ordered, by this process or another one on the database."""
        present = self._ordered.get(world)
        if present is None or [*present.ids] != wanted["defects"]:
            self.order(world, wanted["defects"], wanted["noted"])

    def touched(self, world: int) -> tuple[list[str], list[str]]:
        """The defects that the world could have shown, and the texts that were read in it; empty if nobody noted."""
        ordered = self._ordered.get(world)
        if ordered is None or ordered.touched is None:
            return [], []
        found = [one.id for one in known() if any(map(ordered.touched.reaches, one.what.replaces))]
        return found, sorted(ordered.touched.texts)

    def forget(self, world: int) -> None:
        """Let the world be sound."""
        with self._lock:
            self._ordered.pop(world, None)

    def _heeding(self, host: str, sound: Wsgi) -> Wsgi:
        """The system of that host, for every world; a call without one is answered as its caller's world is."""

        def answer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
            world = environ.get("svyazka.world")
            ordered = self._ordered.get(world.id) if world and world.ordered else None
            if ordered is None:
                return sound(environ, start_response)
            return _answered(ordered, host, environ)(environ, start_response)

        return answer

    def _systems_with(self, replacements: Sequence[Replacement]) -> Systems:
        """The systems with their data and templates as the replacements say; they are built once."""
        built_in = tuple(one for one in replacements if isinstance(one, DataSeam | TemplateSeam))
        if not built_in:
            return self._sound
        key = tuple(id(one) for one in built_in)  # values of data cannot be hashed; who is kept keeps the id
        with self._lock:
            if key not in self._built:
                self._built[key] = built_in, self._built_with(built_in)
            return self._built[key][1]

    def _built_with(self, seams: Sequence[Replacement]) -> Systems:
        data = [one for one in seams if isinstance(one, DataSeam)]
        reading = Acting.of([FunctionSeam(READER, altering(data))]) if data else NOTHING
        try:
            with act(reading):
                systems = self._build()
        except ValueError as error:  # what is wrong with a file, in its own words
            raise DefectUnsound(str(error)) from error
        for host, app in systems.items():
            cast(Site, app).secret_key = cast(Site, self._sound[host]).secret_key
        _alter_templates(systems, [one for one in seams if isinstance(one, TemplateSeam)])
        return systems


def _open_all() -> None:
    """Let every function and limit that some defect replaces heed what acts."""
    seams = [seam for one in known() for seam in one.what.replaces]
    Acting.of([seam for seam in seams if isinstance(seam, FunctionSeam | LimitSeam)])


def _alter_templates(systems: Systems, seams: Sequence[TemplateSeam]) -> None:
    """Let the sites show altered templates; raises DefectUnsound where a piece does not stand in one exactly once."""
    sites = [cast(Site, app) for app in {id(app): app for app in systems.values()}.values()]
    loaders = [(site, AlteredTemplates(cast(BaseLoader, site.jinja_loader), seams)) for site in sites]
    for seam in seams:
        times = {loader.times(site.jinja_env, seam) for site, loader in loaders}
        if max(times) != 1:
            raise DefectUnsound(f"«{seam.old}» stands in {seam.name} {max(times)} times, not once")
    for site, loader in loaders:
        site.jinja_loader = loader


def _answered(ordered: Ordered, host: str, environ: dict[str, Any]) -> Response:
    """The whole answer, made while the world's defects act, and changed by them."""
    with act(ordered.acting):
        answer = Response.from_app(ordered.systems[host], environ, buffered=True)
    for seam in ordered.acting.answers:
        seam.change(answer, Request(environ, populate_request=False))
    if ordered.touched is not None:
        ordered.touched.take(host, answer)
    return answer
