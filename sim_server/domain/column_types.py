"""What columns take on every database alike: any text and any number that comes from outside, none is an error."""

from __future__ import annotations

import json
import re
from typing import Any

from sqlalchemy import BigInteger, Dialect, Integer, String, TypeDecorator
from sqlalchemy.types import TypeEngine

from sim_server.domain.values import storable

LARGEST = 2**63 - 1  # that a database can be asked for; no row has such a number
RARE = re.compile(r"\\u0000|\\ud[89a-f]", re.IGNORECASE)  # in JSON that may hold what no database keeps


class PlainText(TypeDecorator[str]):
    """A text; what no database keeps in one is kept, and looked for, as the sign that HTML has for it."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The text as it can be kept."""
        return value if value is None else storable(value)


class WholeNumber(TypeDecorator[int]):
    """A whole number, as large on every database; one beyond that is the largest, which finds nothing."""

    impl = Integer
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """SQLite counts rows by its INTEGER alone, which is as large."""
        return dialect.type_descriptor(Integer() if dialect.name == "sqlite" else BigInteger())

    def process_bind_param(self, value: int | None, dialect: Dialect) -> int | None:
        """The number as it can be asked for."""
        return value if value is None else max(-LARGEST, min(value, LARGEST))


def written_as_json(value: Any) -> str:
    """What a column of JSON keeps; its texts are plain."""
    written = json.dumps(value)
    return json.dumps(_plain(value)) if RARE.search(written) else written


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {storable(name): _plain(one) for name, one in value.items()}
    return [*map(_plain, value)] if isinstance(value, list | tuple) else value
