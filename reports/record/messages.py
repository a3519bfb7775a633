"""Cucumber Messages, one JSON envelope a line: how they are made, written and read back.

Envelopes are made from the dataclasses of the field's own package and then travel as plain dictionaries,
so that what a newer writer adds is not lost by an older reader.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import cucumber_messages as cucumber

from reports.record.packing import unpacked
from reports.record.printable import is_printable_json, printable

Message = dict[str, Any]
NANO = 1_000_000_000


def envelope(content: Any) -> Message:
    """Return a message, one of the package's dataclasses, in its envelope and ready for JSON."""
    name = type(content).__name__
    return {name[0].lower() + name[1:]: cucumber.message_converter.to_dict(content)}


def kind(message: Message) -> str:
    """Return the protocol's name of a message, `testCaseStarted` for instance."""
    return next(iter(message))


def content(message: Message) -> Message:
    """Return what stands inside the envelope."""
    inner: Message = message[kind(message)]
    return inner


def encode(message: Message) -> str:
    """Return the line of the stream that stands for a message, its end included."""
    line = _written(message)
    return (line if is_printable_json(line) else _written(printable(message))) + "\n"


def _written(message: Message) -> str:
    return json.dumps(message, ensure_ascii=False, separators=(",", ":"))


def read(path: Path) -> Iterator[Message]:
    """Yield the messages of a finished stream, facts unpacked; a line that is not JSON is an error."""
    with path.open(encoding="utf-8", newline="\n") as lines:
        yield from decode(lines)


def decode(lines: Iterable[str]) -> Iterator[Message]:
    """Yield the messages of the lines of a stream, facts unpacked; a line that is not JSON is an error."""
    for line in lines:
        yield from unpacked(json.loads(line))


def salvage(path: Path) -> tuple[list[Message], int]:
    """Return what can be read of a part, and how many lines were torn by a death or a full disk."""
    messages: list[Message] = []
    torn = 0
    for line in path.read_bytes().split(b"\n"):
        if not line:
            continue
        try:
            messages.append(json.loads(line))
        except ValueError:
            torn += 1
    return messages, torn


def timestamp(nanoseconds: int) -> cucumber.Timestamp:
    """Return a moment, given in nanoseconds since 1970, in the protocol's form."""
    return cucumber.Timestamp(seconds=nanoseconds // NANO, nanos=nanoseconds % NANO)


def duration(seconds: float) -> cucumber.Duration:
    """Return a length of time in the protocol's form; a clock that ran backwards gives zero."""
    nanoseconds = max(0, round(seconds * NANO))
    return cucumber.Duration(seconds=nanoseconds // NANO, nanos=nanoseconds % NANO)


def in_seconds(value: Message) -> float:
    """Return a timestamp or duration read from a stream as seconds."""
    return float(value["seconds"]) + float(value["nanos"]) / NANO


def moment(message: Message) -> int:
    """Return when a message of an execution happened, in whole nanoseconds."""
    value = content(message)["timestamp"]
    return int(value["seconds"]) * NANO + int(value["nanos"])
