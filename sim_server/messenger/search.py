"""Looking for people by name: the field, and what is said when there are none."""

from __future__ import annotations

from wtforms import StringField

from sim_server.web.forms import SiteForm, strip

NOBODY_FOUND = {
    "study": "В вашей школе таких людей не нашлось.",
    "personal": "Среди ваших собеседников таких людей не нашлось.",
}


class SearchForm(SiteForm):
    """Whom to look for."""

    name = StringField("Имя или фамилия", filters=[strip])
