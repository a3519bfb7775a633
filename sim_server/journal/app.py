"""The Flask app of one face of a journal."""

from __future__ import annotations

from functools import partial
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from flask import Blueprint

from sim_server.domain.limits import LIMITS
from sim_server.journal.site_file import Face, JournalSite, SiteFileUnsound
from sim_server.journal.views import JournalConfig, begin_linking, journal, show_place
from sim_server.support.app import HOST as SUPPORT_HOST
from sim_server.web.site import Site


def create_app(site: JournalSite, face: Face, vk_id: Any) -> Site:
    """The face of the journal of this site file; `vk_id` is the WSGI app of VK ID, for the back channel."""
    app = Site(
        "journal",
        [journal, *_own_views(site, face)],
        templates=[site.templates],
        title=face.title or site.labels.title,
        colour=site.colour,
        session_seconds=LIMITS.journal_session_minutes * 60,
        sessions_of=site.id,
        configuration=JournalConfig(site, face, vk_id),
    )
    for place in face.places:
        app.add_url_rule(place.path, f"show{place.path}", partial(show_place, place))
        app.add_url_rule(
            f"{place.path}/link", f"link{place.path}", partial(begin_linking, place), methods=["POST"]
        )
    app.jinja_env.globals.update(site=site, face=face, labels=site.labels, support_host=SUPPORT_HOST)
    return app


def _own_views(site: JournalSite, face: Face) -> list[Blueprint]:
    """The blueprint of the site folder's own code, where the vocabulary does not reach."""
    if not face.views:
        return []
    spec = spec_from_file_location(
        f"sim_server.sites.{site.id}.{Path(face.views).stem}", site.folder / face.views
    )
    if spec is None or spec.loader is None:
        raise SiteFileUnsound(f"{site.folder / face.views}: no such file of views")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return [module.blueprint]
