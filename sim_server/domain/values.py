"""What leaves the domain: frozen values, made of rows, which only the domain can write."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

V = TypeVar("V", bound="DataclassInstance")
UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def value_of(kind: type[V], row: Any, **known: Any) -> V:
    """The value whose fields are the row's columns of these names, but for those that are known otherwise."""
    own = {field.name: getattr(row, field.name) for field in fields(kind) if field.name not in known}
    return kind(**own, **known)


def value_or_none(kind: type[V], row: Any) -> V | None:
    """The same for a row that may be missing."""
    return None if row is None else value_of(kind, row)


def values_of(kind: type[V], rows: Iterable[Any]) -> list[V]:
    """One value for each row."""
    return [value_of(kind, row) for row in rows]


def is_storable(text: str) -> bool:
    """Whether every database keeps it: without NUL, and without halves of characters."""
    return text.isascii() and "\0" not in text or UNSTORABLE.search(text) is None


def storable(text: str) -> str:
    """The text as every database keeps it: each sign that none does is U+FFFD, as HTML has it."""
    if is_storable(text):
        return text
    return "".join(char if is_storable(char) else "\ufffd" for char in text)
