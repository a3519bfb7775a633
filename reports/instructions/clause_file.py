"""The file of a clause list, written by people: only the fingerprints in it are renewed, all else stays as it is."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from reports.record.clauses import ClauseFile, Spot
from reports.record.tables import TableUnsound, as_tables

TABLE = re.compile(r"^(?=\[)", re.MULTILINE)
ON_A_LINE = 8  # so many silent sentences fit


class FileNotRenewed(ValueError):
    """The file is written in a way that could not be renewed; it was left alone."""


def renew(path: Path, places: Mapping[str, tuple[Spot, ...]], silent: tuple[Spot, ...]) -> None:
    """Write where each of the clauses stands, and which sentences are silent; raises FileNotRenewed."""
    text = path.read_bytes().decode("utf-8")
    ending = "\r\n" if "\r\n" in text else "\n"
    text = text.replace("\r\n", "\n")
    renewed = _renewed(text, places, silent)
    if renewed is None:
        raise FileNotRenewed(f"{path.name}: отпечатки не вписать, файл устроен непривычно. Он не изменён.")
    written = path.with_suffix(".new")
    written.write_bytes(renewed.replace("\n", ending).encode("utf-8"))
    written.replace(path)


def _renewed(text: str, places: Mapping[str, tuple[Spot, ...]], silent: tuple[Spot, ...]) -> str | None:
    """Return the text with the places, None if it would then not say what it must."""
    try:
        renewed = "".join(_tables(text, places, silent))
        said, says = (as_tables(tomllib.loads(each), ClauseFile, "") for each in (text, renewed))
    except (tomllib.TOMLDecodeError, TableUnsound):
        return None
    head = replace(said.instruction, silent=silent)
    clauses = tuple(replace(clause, sentences=places.get(clause.id, ())) for clause in said.clause)
    return renewed if says == replace(said, instruction=head, clause=clauses) else None


def _tables(text: str, places: Mapping[str, tuple[Spot, ...]], silent: tuple[Spot, ...]) -> Iterator[str]:
    for table in TABLE.split(text):
        if table.startswith("[instruction]"):
            yield _with_list(table, "silent", _in_lines(silent), after="file")
        elif table.startswith("[[clause]]"):
            name = tomllib.loads(table)["clause"][0]["id"]
            yield _with_list(table, "sentences", _in_one_line(places.get(name, ())), after="text")
        else:
            yield table


def _with_list(table: str, key: str, value: str, after: str) -> str:
    """Put the list where it stood, or below the key `after`; an empty one is not written."""
    there = re.compile(rf"^{key} = \[[^\]]*\]", re.MULTILINE)
    if there.search(table):
        return there.sub(f"{key} = {value}", table, count=1)
    if value == "[]":
        return table
    return re.sub(rf"^({after} = .*\n)", rf"\g<1>{key} = {value}\n", table, count=1, flags=re.MULTILINE)


def _in_one_line(places: tuple[Spot, ...]) -> str:
    return "[" + ", ".join(f'"{place}"' for place in places) + "]"


def _in_lines(places: tuple[Spot, ...]) -> str:
    if len(places) <= ON_A_LINE:
        return _in_one_line(places)
    rows = [places[start : start + ON_A_LINE] for start in range(0, len(places), ON_A_LINE)]
    return "[\n" + "".join(f"    {_in_one_line(row)[1:-1]},\n" for row in rows) + "]"
