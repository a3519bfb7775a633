"""A comparison as a page in the look of the report: one file that fetches nothing, with the pictures in it."""

from __future__ import annotations

from reports.comparing.finding import Comparison
from reports.comparing.rows import HEADER, quoted, rows, told
from reports.layout import TEMPLATES, environment
from reports.record.observation import Observation
from reports.russian import day, plural


def as_page(found: Comparison, seen: Observation, instruction: str = "") -> str:
    """Return the page; `instruction` is the title of what was compared with besides the simulator."""
    return (
        environment()
        .get_template("observation.html")
        .render(
            found=found,
            seen=seen,
            instruction=instruction,
            header=HEADER,
            rows=rows(found),
            strange={one.at for one in found.extra},
            quoted=quoted,
            told=told,
            plural=plural,
            day=day(seen.date),
            style=(TEMPLATES / "report.css").read_text(encoding="utf-8"),
        )
    )
