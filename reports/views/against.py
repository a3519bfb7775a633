"""What differs from an earlier run: scenarios that ended otherwise, captions and screens that changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reports.against import compare
from reports.links import embedded
from reports.model import Model
from reports.page import Page
from reports.record.facts import PictureTaken
from reports.screen_map.graph import system_titles

PATH = "against.html"
# The earlier run may be cleared away tomorrow: its pictures go into the page, as many as a page can bear.
PAGE_BYTES = 20_000_000


def pages(model: Model) -> Iterator[Page]:
    """Yield the page of differences, when there is a run to compare with."""
    if model.earlier is None:
        return
    content = {
        "comparison": compare(model.earlier.run, model.run),
        "earlier_picture": _Album(model.earlier.folder).address,
        "titles": system_titles(),
    }
    yield Page(PATH, "against.html", "Что изменилось с прошлого прогона", content, "Что изменилось")


class _Album:
    """Pictures of the earlier run, taken into the page while there is room."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._room = PAGE_BYTES
        self._taken: dict[str, str] = {}

    def address(self, picture: PictureTaken) -> str:
        """Return what shows the picture, or nothing when there is no room."""
        if picture.url not in self._taken:
            data = embedded(self._folder / picture.url)
            self._taken[picture.url] = data if len(data) <= self._room else ""
            self._room -= len(self._taken[picture.url])
        return self._taken[picture.url]
