"""The simulator's TOML files: how each is read, and that an unknown or missing key is an error."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Self

from pydantic import BaseModel, ConfigDict


def read_toml(file: Path) -> dict[str, Any]:
    """What stands in the file."""
    return tomllib.loads(file.read_text(encoding="utf-8"))


class Table(BaseModel):
    """A table of such a file, or the whole of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    def from_file(cls, file: Path, context: Any = None) -> Self:
        """What the file says; the context is for validators that need to know more than it."""
        return cls.model_validate(read_toml(file), context=context)
