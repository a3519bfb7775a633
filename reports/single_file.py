"""The report as one file to mail: all instructions, contradictions and maps, one picture for each clause."""

from __future__ import annotations

from pathlib import Path

from reports.coverage import Finding
from reports.layout import TEMPLATES, Layout
from reports.links import SingleFileLinks
from reports.model import ROLES, Exhibit, Model
from reports.page import Page
from reports.record.folder import write_whole
from reports.views import contradictions, instructions, maps, overview, unsaid

NAME = "report.html"


def write_single_file(model: Model) -> Path:
    """Write the file beside the record and return it."""
    links = SingleFileLinks(model.folder)
    first = next(overview.pages(model))
    told = [
        instructions.content(model, one, lambda found: _one(model, found, links))
        for one in model.instructions.values()
    ]
    content = {
        "overview": first.content,
        "instructions": told,
        "contradicting": sum(one["contradicting"] for one in told),
        "roles": [role for role in ROLES if any(role in one["roles"] for one in told)],
        "contradictions": contradictions.shown(model),
        "unsaid": unsaid.shown(model),
        "maps": maps.contents(model),
        "style": (TEMPLATES / "report.css").read_text(encoding="utf-8"),
        "deciding": (TEMPLATES / "decisions.js").read_text(encoding="utf-8"),
        "script": (TEMPLATES / "report.js").read_text(encoding="utf-8"),
    }
    page = Page(NAME, "single.html", first.title, content)
    write_whole(model.folder / NAME, [Layout(model, []).render(page, links)])
    return model.folder / NAME


def _one(model: Model, finding: Finding, links: SingleFileLinks) -> list[Exhibit]:
    """Return the one exhibit of a clause; of several confirmations that whose picture the file already has."""
    exhibits = model.exhibits(finding)
    pictured = [one for one in exhibits if one.moment.telling and one.trial.verdict == finding.tried]
    known = [
        one for one in pictured if one.moment.telling and one.moment.telling.picture.url in links.pictures
    ]
    chosen = (known or pictured or exhibits)[:1]
    for one in chosen:
        if one.moment.telling:
            links.take_in(one.moment.telling.picture)
    return chosen
