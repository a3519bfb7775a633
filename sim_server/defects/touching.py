"""What a world has come across: which defects it could have shown, and which captions it has seen."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from werkzeug.wrappers import Response

from sim_server.defects.altered import ROOT
from sim_server.defects.captions import TOKEN
from sim_server.defects.seams import (
    HTML,
    AnswerSeam,
    DataSeam,
    FunctionSeam,
    LimitSeam,
    Replacement,
    TemplateSeam,
)
from sim_server.toml_file import read_toml

# Asked for each template, those included in others too.
TEMPLATES = "jinja2.environment:Environment._load_template"
SPOKEN = re.compile(r'\s(?:aria-label|placeholder|title|alt|value|data-[\w-]+)="([^"]+)"')
SITES = "sites"


@dataclass
class Touched:
    """Functions and limits that were asked, templates and hosts that were shown, texts that stood on pages."""

    functions: set[str] = field(default_factory=set)
    limits: set[str] = field(default_factory=set)
    templates: set[str] = field(default_factory=set)
    hosts: set[str] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)

    def load(self, real: Any, environment: Any, name: str, *more: Any) -> Any:
        """Take the place of what loads a template."""
        self.templates.add(name)
        return real(environment, name, *more)

    def take(self, host: str, answer: Response) -> None:
        """Note an answer."""
        self.hosts.add(host)
        if answer.mimetype == HTML:
            self.texts.update(_texts(answer.get_data(as_text=True)))

    def reaches(self, seam: Replacement) -> bool:
        """Whether the world has come to that place."""
        if isinstance(seam, FunctionSeam):
            return seam.target in self.functions
        if isinstance(seam, LimitSeam):
            return seam.name in self.limits
        if isinstance(seam, TemplateSeam):
            return seam.name in self.templates
        if isinstance(seam, DataSeam):
            return not self.hosts.isdisjoint(hosts_of(seam.file) or self.hosts)
        assert isinstance(seam, AnswerSeam)
        return bool(self.hosts)


def _texts(page: str) -> Iterator[str]:
    """What can be read on a page, piece by piece, and from its beginning to its end."""
    read = [html.unescape(token) for token in TOKEN.findall(page) if not token.startswith("<")]
    yield from (" ".join(piece.split()) for piece in (*read, "".join(read)))
    for token in TOKEN.findall(page):
        yield from (" ".join(html.unescape(found).split()) for found in SPOKEN.findall(token))


@cache
def hosts_of(file: str) -> Collection[str]:
    """The hosts of those whose data stand in the file; nothing where that is not to be said."""
    said = read_toml(ROOT / file)
    if not file.startswith(f"{SITES}/"):
        return {said["host"]} if isinstance(said.get("host"), str) else set()
    heirs = [
        one for one in (ROOT / SITES).glob("*/site.toml") if file.split("/")[1] in _lineage(one.parent.name)
    ]
    return {face["host"] for one in heirs for face in read_toml(one).get("faces", []) if "host" in face}


def _lineage(site: str) -> Iterator[str]:
    """The journal, and those that it is like."""
    while site:
        yield site
        site = read_toml(ROOT / SITES / site / "site.toml").get("like", "")
