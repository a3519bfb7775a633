"""The instruction as a page: one file that needs nothing else, neither to be read nor to be printed."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from reports.instruct.manual import Manual, guess
from reports.instruct.pictures import Plate
from reports.russian import day

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Embedded:
    """A picture as an address that holds it."""

    address: str
    width: int
    height: int


def page(manual: Manual, plates: Sequence[Plate | None], end: Plate | None = None) -> str:
    """Return the HTML of an instruction with the pictures of its steps, and that of its end."""
    return _render(
        "manual.html",
        manual=manual,
        pictured=list(zip(manual.steps, map(_embedded, plates), strict=True)),
        end=_embedded(end),
        style=Markup((TEMPLATES / "manual.css").read_text(encoding="utf-8")),  # noqa: S704 - our own file
    )


def frames(manual: Manual, plates: Sequence[Plate | None]) -> list[str]:
    """Return a page for each picture of the video: its title, its steps."""
    title = _render("frame.html", manual=manual, step=None, picture=None, number=0)
    pairs = zip(manual.steps, plates, strict=True)
    steps = [
        _render("frame.html", manual=manual, step=step, picture=_embedded(plate), number=number)
        for number, (step, plate) in enumerate(pairs, 1)
    ]
    return [title, *steps]


def _embedded(plate: Plate | None) -> Embedded | None:
    if plate is None:
        return None
    body = base64.b64encode(plate.body).decode()
    return Embedded(f"data:image/jpeg;base64,{body}", plate.width, plate.height)


def _render(template: str, **content: object) -> str:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(guess=guess, day=day)
    return environment.get_template(template).render(**content)
