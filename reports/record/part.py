"""The file to which one process, and no other, appends its messages."""

import errno
from pathlib import Path
from typing import BinaryIO

from reports.record.messages import Message, encode
from reports.record.trouble import said


class PartFile:
    """Appends messages one by one, each handed to the system at once, so that a death loses at most the last.

    A record must never fail a step: an error while writing is remembered in `problem` and not raised, and what
    could not be written is kept in `unwritten`, to be handed over at the end.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problem: str | None = None
        self.unwritten: list[Message] = []
        self._file: BinaryIO | None = None
        self._torn = False

    def write(self, message: Message) -> None:
        """Append one message."""
        line = encode(message).encode()
        try:
            self._append(b"\n" + line if self._torn else line)
            self._torn = False
        except OSError as error:
            self._torn = True
            self.unwritten.append(message)
            self.problem = f"{self.path.name}: {said(error)}"

    def close(self) -> None:
        """Close the file; a later message opens it again."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _append(self, line: bytes) -> None:
        if self._file is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self.path.open("ab", buffering=0)
        if self._file.write(line) < len(line):
            raise OSError(errno.ENOSPC, "запись уместилась не целиком")
