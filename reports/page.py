"""A page of the report before it is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Page:
    """A file of the site: which template shows which content. One with a `menu` is linked from every page."""

    path: str
    template: str
    title: str
    content: Mapping[str, Any]
    menu: str = ""
