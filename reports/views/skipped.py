"""What this stand could not check: each reason once, with all scenarios that were skipped for it."""

from __future__ import annotations

from collections.abc import Iterator

from reports.model import Model
from reports.page import Page
from reports.skipped import skipped

PATH = "skipped.html"


def pages(model: Model) -> Iterator[Page]:
    """Yield the page, when anything was skipped."""
    if found := skipped(model.run):
        number = sum(len(one.scenarios) for one in found)
        content = {"reasons": found, "number": number}
        yield Page(PATH, "skipped.html", "Что на этом стенде не проверить", content)
