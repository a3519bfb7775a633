"""The Flask app of one face of a journal."""

from __future__ import annotations

from functools import partial
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from flask import Blueprint
from jinja2 import TemplateSyntaxError

from sim_server.domain.limits import LIMITS
from sim_server.journal.site_file import FILE_NAME, SiteFileUnsound
from sim_server.journal.site_tables import Face, JournalSite
from sim_server.journal.unlinking import unlinking
from sim_server.journal.views import JournalConfig, begin_linking, journal, show_place
from sim_server.support.app import HOST as SUPPORT_HOST
from sim_server.toml_complaints import line
from sim_server.web.site import Site


def create_app(site: JournalSite, face: Face, vk_id: Any) -> Site:
    """The face of the journal of this site file; `vk_id` is the WSGI app of VK ID, for the back channel.

    Raises SiteFileUnsound for what only the finished site can show: a taken path, broken code or a broken template.
    """
    app = Site(
        "journal",
        [journal, unlinking, *_own_views(site, face)],
        templates=[site.templates],
        title=face.title or site.labels.title,
        colour=site.colour,
        session_seconds=LIMITS.journal_session_minutes * 60,
        sessions_of=site.id,
        client=site.vk_id.id,
        configuration=JournalConfig(site, face, vk_id),
    )
    _prove_paths(site, face, {rule.rule for rule in app.url_map.iter_rules()})
    for place in face.places:
        app.add_url_rule(place.path, f"show{place.path}", partial(show_place, place))
        app.add_url_rule(
            f"{place.path}/link", f"link{place.path}", partial(begin_linking, place), methods=["POST"]
        )
    app.jinja_env.globals.update(site=site, face=face, labels=site.labels, support_host=SUPPORT_HOST)
    _prove_templates(site, app)
    return app


def _prove_paths(site: JournalSite, face: Face, taken: set[str]) -> None:
    """Return if the places take nobody's path, and home is somewhere."""
    number, own = site.faces.index(face), {place.path for place in face.places}
    told = [
        line(
            site.folder / FILE_NAME,
            f"faces.{number}.places.{at}.path",
            f"путь «{place.path}» занят самим журналом",
        )
        for at, place in enumerate(face.places)
        if not taken.isdisjoint((place.path, f"{place.path}/link"))
    ]
    if face.home not in own | taken:
        told.append(
            line(site.folder / FILE_NAME, f"faces.{number}.home", f"страницы «{face.home}» у журнала нет")
        )
    if told:
        raise SiteFileUnsound("\n".join(told))


def _prove_templates(site: JournalSite, app: Site) -> None:
    """Return if the templates of the site's own folder can be read."""
    for file in sorted(site.templates.rglob("*.html")):
        try:
            app.jinja_env.parse(file.read_text(encoding="utf-8"))
        except (TemplateSyntaxError, UnicodeDecodeError) as error:
            at = f"строка {error.lineno}" if isinstance(error, TemplateSyntaxError) else ""
            raise SiteFileUnsound(line(file, at, f"шаблон не читается: {error}")) from error


def _own_views(site: JournalSite, face: Face) -> list[Blueprint]:
    """The blueprint of the site folder's own code, where the vocabulary does not reach."""
    if not face.views:
        return []
    file = site.folder / face.views
    name = f"sim_server.sites.{site.id}.{Path(face.views).stem}"
    spec = spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise SiteFileUnsound(line(file, "", "это не файл на Python"))
    module = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
        return [module.blueprint]
    except Exception as error:  # whatever somebody else's code does when it is read
        raise SiteFileUnsound(
            line(file, "", f"код не исполняется: {type(error).__name__}: {error}")
        ) from error
