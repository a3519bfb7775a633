"""The Flask app of one journal."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sim_server.domain.limits import LIMITS
from sim_server.journal.site_file import JournalSite
from sim_server.journal.views import journal
from sim_server.web.site import Site, shared_templates

SYSTEM = "journal"


def create_app(site: JournalSite, vk_id: Any) -> Site:
    """The journal of this site file; `vk_id` is the WSGI app of VK ID, for the back channel."""
    app = Site(
        SYSTEM,
        [journal],
        [site.templates, Path(__file__).parent / "templates", shared_templates()],
        title=site.labels.title,
        colour=site.colour,
        session_seconds=LIMITS.journal_session_minutes * 60,
    )
    app.config.update(SITE=site, VK_ID=vk_id)
    app.jinja_env.globals.update(site=site, labels=site.labels)
    return app
