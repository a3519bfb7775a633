"""Where things of the report are found: on the pages of the site, or all in one file."""

from __future__ import annotations

import base64
import mimetypes
from pathlib import Path

from reports.model import scenario_page
from reports.record.facts import PictureTaken
from reports.record.run import Scenario

# A letter of 20 MB is what most mail still takes; the text needs some of it.
LETTER_BYTES = 18_000_000


class SiteLinks:
    """Links from a page of the site; `root` leads from it to the site's first folder."""

    single = False

    def __init__(self, root: str) -> None:
        self.root = root

    def page(self, path: str) -> str:
        """Return the way to a page of the site."""
        return self.root + path

    def clause(self, clause: str) -> str:
        """Return the way to a clause on the page of its instruction."""
        return f"{self.root}{clause.partition('.')[0]}.html#{clause}"

    def scenario(self, scenario: Scenario, line: int = 0) -> str:
        """Return the way to a scenario, or to the step that stands on a line of its feature."""
        return f"{self.root}{scenario_page(scenario)}{f'#l{line}' if line else ''}"

    def contradiction(self, name: str) -> str:
        """Return the way to a contradiction."""
        return f"{self.root}contradictions.html#c-{name}"

    def file(self, url: str) -> str:
        """Return the way to a file of the evidence, which lies beside the site."""
        return f"{self.root}../{url}"


class SingleFileLinks:
    """Links inside one file, which has no pages for scenarios; it takes in each picture once, while there is room."""

    single = True

    def __init__(self, folder: Path, room: int = LETTER_BYTES) -> None:
        self.pictures: dict[str, str] = {}  # by their files: one may show a screen of several scenarios
        self.sizes: dict[str, PictureTaken] = {}
        self.left_out: set[str] = set()
        self._folder = folder
        self._room = room

    def page(self, path: str) -> str:
        """Return the way to what is a page elsewhere."""
        return f"#{path.removesuffix('.html')}"

    def clause(self, clause: str) -> str:
        """Return the way to a clause."""
        return f"#{clause}"

    def scenario(self, scenario: Scenario, line: int = 0) -> str:
        """Return nothing: scenarios are only named."""
        return ""

    def contradiction(self, name: str) -> str:
        """Return the way to a contradiction."""
        return f"#c-{name}"

    def take_in(self, picture: PictureTaken) -> str:
        """Return the id of the picture in this file, or nothing when it is lost or finds no room."""
        if picture.url not in self.pictures:
            data = embedded(self._folder / picture.url)
            if data and len(data) > self._room:
                self.left_out.add(picture.url)
            if not data or len(data) > self._room:
                return ""
            self._room -= len(data)
            self.pictures[picture.url] = data
            self.sizes[picture.url] = picture
        return f"p{list(self.pictures).index(picture.url)}"


def embedded(file: Path) -> str:
    """Return a picture as an address that holds it, or nothing when the file is lost."""
    try:
        body = file.read_bytes()
    except OSError:
        return ""
    kind = mimetypes.guess_type(file.name)[0] or "image/jpeg"
    return f"data:{kind};base64,{base64.b64encode(body).decode()}"
