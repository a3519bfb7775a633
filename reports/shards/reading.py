"""What a proof needs of a record: its beginning and its end, however long it is in between."""

from __future__ import annotations

import json
import os
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path

from reports.record.facts import facts_among
from reports.record.folder import Folder
from reports.record.messages import Message
from reports.record.outline import Outline
from reports.record.shard import ShardTold, written
from reports.record.stored import RecordMissing, RecordUnreadable
from reports.record.trouble import said

_NEEDED = ("gherkinDocument", "pickle", "testRunStarted", "attachment")
_LONGEST_END = 1 << 20  # bytes: the last message has notes, nothing else


@dataclass(frozen=True)
class Part:
    """A record: the id of its run, which parts of a whole it is (none: a run by itself), its planned scenarios."""

    folder: Path
    run: str
    told: tuple[ShardTold, ...]
    scenarios: tuple[str, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the parts it is: one, or those that were united into it."""
        return tuple(each.number for each in self.told)


def read_part(folder: Path) -> Part:
    """Read what was planned in the record of a folder, and that it has an end; raise RecordUnreadable."""
    stream = Folder(folder, "").stream
    if not folder.is_dir():
        raise RecordMissing(f"Папки «{folder}» нет: часть сюда не дошла или её не выполняли")
    try:
        _prove_ended(stream)
        return _part(folder, [json.loads(line) for line in planned_lines(stream, _NEEDED)])
    except FileNotFoundError:
        raise RecordMissing(
            f"В папке «{folder}» нет записей (messages.ndjson): прогон этой части не дошёл до конца"
        ) from None
    except OSError as error:
        raise RecordUnreadable(f"Записи не читаются: {said(error)} ({stream})") from None
    except (ValueError, KeyError, IndexError, StopIteration):
        raise RecordUnreadable(f"Записи в «{stream}» повреждены или это не они") from None


def kind_of(line: bytes) -> str:
    """Return the protocol's name of a message by the line that stands for it, without reading all of it."""
    return line[2 : line.index(b'"', 2)].decode("ascii")


def planned_lines(stream: Path, kinds: Container[str]) -> Iterator[bytes]:
    """Yield the lines of these kinds that stand before anything is executed, or at the end where nothing was."""
    with stream.open("rb") as lines:
        for line in lines:
            kind = kind_of(line)
            if kind == "testCaseStarted":
                return
            if kind in kinds:
                yield line


def last_line(stream: Path) -> bytes:
    """Return the message with which a stream ends, or what is there instead."""
    with stream.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - _LONGEST_END))
        return file.read().rstrip(b"\n").rpartition(b"\n")[2]


def _prove_ended(stream: Path) -> None:
    last = last_line(stream)
    if not last.startswith(b'{"testRunFinished"') or not last.endswith(b"}}"):
        raise RecordMissing(f"Записи в «{stream}» обрываются: конца прогона в них нет")


def _part(folder: Path, messages: list[Message]) -> Part:
    documents = [each["gherkinDocument"] for each in messages if "gherkinDocument" in each]
    identities = Outline(documents, []).identities()
    pickles = (each["pickle"] for each in messages if "pickle" in each)
    scenarios = tuple(written(identities[pickle["astNodeIds"][-1]], pickle) for pickle in pickles)
    attached = (each["attachment"] for each in messages if "attachment" in each)
    told = facts_among(((each["mediaType"], each["body"]) for each in attached), ShardTold)
    run = next(each["testRunStarted"]["id"] for each in messages if "testRunStarted" in each)
    return Part(folder, run, tuple(told), scenarios)
