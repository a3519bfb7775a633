"""Our TOML files: each is read into a model, and what is wrong in one is told in Russian, with file, place and key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Annotated, Any, TypeVar, get_args, get_type_hints

from pydantic import AfterValidator, ConfigDict, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

TABLE = ConfigDict(extra="forbid")  # of a pydantic dataclass that a table is read into
T = TypeVar("T")
Place = tuple[int | str, ...]

_EXPECTED = {
    "string_type": "это строка в кавычках",
    "bool_type": "это true или false",
    "int_type": "это целое число",
    "float_type": "это число",
    **dict.fromkeys(("tuple_type", "list_type", "frozen_set_type"), "это список в квадратных скобках"),
    **dict.fromkeys(("dict_type", "dataclass_type"), "это таблица"),
    **dict.fromkeys(("date_type", "date_parsing", "date_from_datetime_parsing"), "это день: 2026-11-20"),
}
# What the parser's words mean for whoever has written the file; the first that fits.
_MEANT = (
    ("after a value", "после значения стоит лишнее: день пишут 2026-11-20, строку — в кавычках"),
    ("after a statement", "после значения стоит лишнее: день пишут 2026-11-20, строку — в кавычках"),
    ("Invalid value", "нет значения, или строка не в кавычках"),
    ("Illegal character", "кавычка не закрыта"),
    ("Unterminated string", "кавычка не закрыта"),
    ("Unclosed array", "квадратная скобка не закрыта"),
    ("Cannot overwrite", "ключ или таблица стоит дважды"),
    ("Cannot declare", "ключ или таблица стоит дважды"),
    ("Expected '='", "после ключа нужен знак ="),
    ("Unescaped '\\'", "обратную черту в строке пишут дважды: \\\\"),
    ("Invalid hex value", "обратную черту в строке пишут дважды: \\\\"),
    ("Expected ']", "квадратная скобка не закрыта"),
    ("Invalid statement", "имя ключа пишут латиницей"),
)


class TableUnsound(ValueError):
    """A TOML file says what it may not, or not enough; the message is Russian and names file, place and key."""


def _not_empty(value: T) -> T:
    if not value:
        raise ValueError("пустым быть не может")
    return value


NOT_EMPTY = AfterValidator(_not_empty)
Text = Annotated[str, NOT_EMPTY]


def among(known: Collection[str]) -> AfterValidator:
    """Allow these words only."""

    def checked(word: str) -> str:
        if word not in known:
            raise ValueError(f"«{word}» неизвестно, есть: {_listed(known)}")
        return word

    return AfterValidator(checked)


def _listed(words: Collection[str]) -> str:
    """Say them; those of several words in quotes, or a comma within looks like one between."""
    return ", ".join(f"«{word}»" if " " in word else word for word in words)


def read_toml(path: Path) -> dict[str, Any]:
    """Return what the file says, with or without the mark that Windows puts before it; raise TableUnsound."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise TableUnsound(f"{path.name}: файл не читается, его нет: {path}") from error
    except tomllib.TOMLDecodeError as error:
        raise TableUnsound(f"{path.name}: файл не читается как TOML: {_where_it_ends(error)}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise TableUnsound(f"{path.name}: файл не читается как TOML: нужен текст в UTF-8") from error


def _where_it_ends(error: tomllib.TOMLDecodeError) -> str:
    """Return where the parser gave up, and what that means if it is a usual slip."""
    said = str(error)
    at = re.search(r"line (\d+), column (\d+)", said)
    meant = next((f": {words}" for sign, words in _MEANT if sign in said), "")
    return f"строка {at[1]}, место {at[2]}{meant}" if at else f"обрывается в конце{meant}"


def read_tables(path: Path, kind: type[T]) -> T:
    """Return the file as a value of this type, a dataclass of pydantic's for instance; raise TableUnsound."""
    return as_tables(read_toml(path), kind, path.name)


def as_tables(written: dict[str, Any], kind: type[T], file: str) -> T:
    """Return what was read from a file of this name as a value of this type; raise TableUnsound."""
    try:
        return TypeAdapter(kind).validate_python(written)
    except ValidationError as error:
        told = (": ".join([file, *_complaint(one, written, kind)]) for one in error.errors())
        raise TableUnsound("\n".join(told)) from None


def _complaint(error: ErrorDetails, written: Any, kind: Any) -> Iterator[str]:
    """Yield the place, from outside in, and what is wrong there."""
    place, kind_of_error = error["loc"], error["type"]
    if kind_of_error == "missing":
        yield from (*_steps(place[:-1], written), f"нет ключа {place[-1]}")
    elif kind_of_error == "unexpected_keyword_argument":
        known = ", ".join(each.name for each in fields(_kind_at(place[:-1], kind)))
        yield from (*_steps(place[:-1], written), f"ключ {place[-1]} неизвестен, есть: {known}")
    else:
        yield from (*_steps(place, written), _said(error))


def _said(error: ErrorDetails) -> str:
    """Return what is wrong with a value: in the words of our own rule, or by what is expected there."""
    context = error.get("ctx", {})
    if error["type"] == "enum":
        known = str(context["expected"]).replace("'", "").replace(" or ", ", ")
        return f"«{error['input']}» неизвестно, есть: {known}"
    return _EXPECTED.get(error["type"]) or str(context.get("error") or f"не подходит {error['input']!r}")


def _steps(place: Place, written: Any) -> list[str]:
    """Return the keys on the way to a place; each of several tables under one is known by its id, key or number."""
    steps: list[str] = []
    for key in place:
        if isinstance(key, int):
            written = written[key] if written else ""
            name = (written.get("id") or written.get("key")) if isinstance(written, dict) else ""
            steps[-1] += f" «{name}»" if name else f" № {key + 1}"
        else:
            written = written.get(key)  # nothing is there under a name that a validator has given
            steps.append(key)
    return steps


def _kind_at(place: Place, kind: Any) -> Any:
    """Return the type of what stands at a place of a value of this type: a key's, or that of a list's members."""
    for key in place:
        kind = get_type_hints(kind)[str(key)] if is_dataclass(kind) else get_args(kind)[isinstance(key, str)]
    return kind
