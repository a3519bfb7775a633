"""The simulator's TOML files: how each is read, and that an unknown or missing key is an error."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, ValidationError, model_validator
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError

from sim_server.words import nearest

TOLD = "told"  # the type of an error that says in Russian all there is to say


def read_toml(file: Path) -> dict[str, Any]:
    """What stands in the file; a mark of byte order, which some editors put before it, does not matter."""
    return tomllib.loads(file.read_text(encoding="utf-8-sig"))


class Table(BaseModel):
    """A table of such a file, or the whole of it; the docstring of a key is what authors read of it."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    @classmethod
    def from_file(cls, file: Path, context: Any = None) -> Self:
        """What the file says; the context is for validators that need to know more than it."""
        return cls.model_validate(read_toml(file), context=context)

    @classmethod
    def keys(cls) -> list[str]:
        """The keys that the table may have in a file."""
        return [name for name, field in cls.model_fields.items() if not field.exclude]

    @model_validator(mode="wrap")
    @classmethod
    def _answer_unknown_keys_with_the_known(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        try:
            return handler(data)
        except ValidationError as error:
            found = error.errors()
            unknown = {str(one["loc"][0]) for one in found if _is_unknown(one)}
            meant = {
                nearest(key, cls.keys()) for key in unknown
            }  # a misspelt key is not told as missing besides
            left = [_retold(one, cls.keys()) for one in found if not _is_missing(one, meant)]
            raise ValidationError.from_exception_data(error.title, left) from None


def told(words: str, *place: str, value: Any = None) -> InitErrorDetails:
    """A complaint in these words about this place, for whoever has several of them at once."""
    return InitErrorDetails(type=PydanticCustomError(TOLD, "{told}", {"told": words}), loc=place, input=value)


def _is_unknown(error: ErrorDetails) -> bool:
    return error["type"] == "extra_forbidden" and len(error["loc"]) == 1


def _is_missing(error: ErrorDetails, names: set[str]) -> bool:
    return error["type"] == "missing" and len(error["loc"]) == 1 and error["loc"][0] in names


def _retold(error: ErrorDetails, known: list[str]) -> InitErrorDetails:
    """The error as it was; that of an unknown key of this very table with the keys that it may have."""
    kind: str | PydanticCustomError = error["type"]
    context = error.get("ctx", {})
    if _is_unknown(error):
        context = {"told": _unknown(str(error["loc"][0]), known)}
    if _is_unknown(error) or kind == TOLD:
        kind = PydanticCustomError(TOLD, "{told}", context)
    return InitErrorDetails(type=kind, loc=error["loc"], input=error["input"], ctx=context)


def _unknown(key: str, known: list[str]) -> str:
    perhaps = nearest(key, known)
    return f"такого ключа нет{f' (возможно, {perhaps})' if perhaps else ''}; есть: {', '.join(known)}"
