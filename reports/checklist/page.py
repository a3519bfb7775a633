"""The form as a page: printed it is filled in with a pen; on a screen it keeps the answers and saves a table."""

from __future__ import annotations

import json

from reports.checklist.form import ANSWERS, COLUMNS, HEAD, Form
from reports.layout import TEMPLATES, environment


def as_page(form: Form) -> str:
    """Return the form as a page that needs nothing else."""
    template = environment().get_template("checklist.html")
    return template.render(
        form=form,
        answers=list(ANSWERS),
        columns=json.dumps([HEAD, COLUMNS], ensure_ascii=False),
        style=(TEMPLATES / "checklist.css").read_text(encoding="utf-8"),
        script=(TEMPLATES / "checklist.js").read_text(encoding="utf-8"),
    )
