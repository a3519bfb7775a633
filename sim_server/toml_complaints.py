"""What is wrong in a TOML file of the simulator's: one Russian line for each fault, with file, key, what is allowed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from sim_server.words import nearest, refusal

ROOT = Path(__file__).parent.parent
SHOWN = 60  # characters of a wrong value
EXPECTED = {
    "string_type": "нужна строка в кавычках",
    "bool_type": "нужно true или false",
    "bool_parsing": "нужно true или false",
    "path_type": "нужна строка в кавычках",
    **dict.fromkeys(("tuple_type", "list_type"), "нужен список в квадратных скобках"),
    **dict.fromkeys(("dict_type", "model_type", "model_attributes_type", "mapping_type"), "нужна таблица"),
}
SYNTAX = {  # by what tomllib says
    "overwrite": "этот ключ уже записан выше",
    "twice": "эта таблица уже записана выше",
    "end of document": "файл обрывается на полуслове",
    "Unclosed array": "список не закрыт скобкой",
    "Illegal character": "знак, который здесь стоять не может",
    "Unescaped": "обратная косая черта пишется дважды: \\\\",
    "Invalid value": "значение без кавычек или недописано",
    "Expected '='": "после ключа нет знака «=»",
}


def shown(file: Path) -> str:
    """The file as it is named to whoever mends it."""
    return (file.relative_to(ROOT) if file.is_relative_to(ROOT) else file).as_posix()


def line(file: Path, key: str, words: str) -> str:
    """One complaint."""
    return f"{shown(file)}: {f'{key}: ' if key else ''}{words}"


def unreadable(file: Path, error: Exception) -> str:
    """Why the file cannot be read at all."""
    if isinstance(error, UnicodeDecodeError):
        return line(file, "", "файл не в UTF-8: сохраните его в этой кодировке")
    if isinstance(error, tomllib.TOMLDecodeError):
        at = re.search(r"at line (\d+), column (\d+)", str(error))
        where = f"строка {at[1]}, знак {at[2]}" if at else "конец файла"
        why = next(
            (words for mark, words in SYNTAX.items() if mark in str(error)), "запись не по правилам TOML"
        )
        return line(file, where, why)
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return line(file, "", f"файл не читается: {reason}")


def complaints(file: Path, error: ValidationError) -> Iterator[str]:
    """A line for each fault that reading the file into its model has found."""
    for fault in error.errors():
        place = [str(part) for part in fault["loc"]]
        if fault["type"] == "missing":
            yield line(file, ".".join(place), "ключа нет, а он нужен")
        else:
            yield line(file, ".".join(one for one in place if one != "[key]"), _words(fault))


def _words(fault: ErrorDetails) -> str:
    context: dict[str, Any] = fault.get("ctx", {})
    if fault["type"] in ("literal_error", "enum"):
        return refusal(
            _value(fault["input"]), [one for one in re.findall(r"'([^']*)'", context["expected"]) if one]
        )
    own = context.get("error") or context.get("told")
    return str(own or f"{EXPECTED.get(fault['type'], fault['msg'])}, а здесь {_value(fault['input'])}")


def _value(value: Any) -> str:
    """What stands there, as a file says it, and not too much of it."""
    text = str(value).lower() if isinstance(value, bool) else value if isinstance(value, str) else repr(value)
    return f"{text[:SHOWN]}…" if len(text) > SHOWN else text


def unknown_path(file: Path, key: str, path: str, known: list[str]) -> str:
    """That a key names another that the file does not have."""
    perhaps = nearest(path, known)
    return line(file, key, f"ключа «{path}» в файле нет{f'; возможно, {perhaps}' if perhaps else ''}")
