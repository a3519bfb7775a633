"""Remarks on screens: what a person finds there and programs for the blind do not. None of them fails anything."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from reports.markup import remarks
from reports.model import Model
from reports.page import Page
from reports.screen_map.graph import system_titles

PATH = "markup.html"


def pages(model: Model) -> Iterator[Page]:
    """Yield the page, when the eyes of the run had to be lenient about anything."""
    if found := remarks(model.run):
        titles, by_screen = system_titles(), groupby(found, lambda one: (one.system, one.screen))
        screens = [(titles.get(system, ""), screen, list(each)) for (system, screen), each in by_screen]
        content = {"screens": screens, "number": len(found)}
        yield Page(PATH, "markup.html", "Замечания к разметке экранов", content, "Разметка")
