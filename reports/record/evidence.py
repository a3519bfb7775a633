"""What a step left behind: text goes into the stream, anything else into a file beside it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import cucumber_messages as cucumber

from reports.record.facts import TRACE_TYPE, Fact, Piece
from reports.record.folder import Folder
from reports.record.messages import Message, envelope, timestamp

_TEXT = re.compile(r"text/.*|application/(.*\+)?(json|xml)")
_EXTENSIONS = {
    TRACE_TYPE: ".zip",
    "application/zip": ".zip",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "video/webm": ".webm",
}


class EvidenceStore:
    """Turns evidence into attachments, and keeps pictures and traces as files of this process."""

    def __init__(self, folder: Folder, process: str) -> None:
        self._folder = folder
        self._process = process
        self._count = 0
        self._known: set[str] = set()

    def attachments(self, piece: Piece, case_id: str, step_id: str, moment: int) -> Iterator[Message]:
        """Yield the message for a piece of evidence, and one for what is known of its file.

        Raises OSError when the file cannot be written.
        """
        if _TEXT.fullmatch(piece.media_type):
            place: dict[str, Any] = {"body": piece.body.decode("utf-8", "replace")}
        else:
            # Not Cucumber's newer `externalAttachment`: its HTML formatter draws `url` and drops that one.
            place = {"body": "", "url": self._keep(piece)}
        yield attachment(piece.media_type, case_id, step_id, moment, file_name=piece.name, **place)
        if "url" in place and piece.shows is not None:
            yield attached(replace(piece.shows, url=place["url"]), "picture.json", case_id, step_id, moment)

    def has(self, key: str) -> bool:
        """Tell whether any process of the run keeps a file of that key; what was once seen is not asked for again."""
        if key not in self._known and any(self._folder.evidence.glob(f"{self._folder.run}-{key}.*")):
            self._known.add(key)
        return key in self._known

    def _keep_once(self, piece: Piece) -> str:
        """Write the file of a key, whole or not at all; of two processes that do it at once the last one stays."""
        name = f"{self._folder.run}-{piece.key}{_EXTENSIONS.get(piece.media_type, '.bin')}"
        if piece.body:
            self._folder.evidence.mkdir(parents=True, exist_ok=True)
            aside = self._folder.evidence / f"{self._folder.run}-{self._process}.part"
            try:
                aside.write_bytes(piece.body)
                aside.replace(self._folder.evidence / name)
            except OSError:
                aside.unlink(missing_ok=True)
                raise
            self._known.add(piece.key)
        return f"{self._folder.evidence.name}/{name}"

    def _keep(self, piece: Piece) -> str:
        if piece.key:
            return self._keep_once(piece)
        self._count += 1
        name = self._file_name(piece)
        self._folder.evidence.mkdir(parents=True, exist_ok=True)
        file = self._folder.evidence / name
        try:
            file.write_bytes(piece.body)
        except OSError:
            file.unlink(missing_ok=True)
            raise
        return f"{self._folder.evidence.name}/{name}"

    def _file_name(self, piece: Piece) -> str:
        extension = _EXTENSIONS.get(piece.media_type, ".bin")
        word = re.sub(r"[^a-z0-9_]+", "-", piece.name.lower().removesuffix(extension)).strip("-")
        stem = f"{self._folder.run}-{self._process}-{self._count}"
        return f"{stem}-{word}{extension}" if word else stem + extension


def attachment(
    media_type: str, case_id: str | None, step_id: str | None, moment: int, **place: Any
) -> Message:
    """Return an attachment to a step of an executed case, or to the run when there is none.

    `place` is a body, or a url and an empty body.
    """
    return envelope(
        cucumber.Attachment(
            content_encoding=cucumber.AttachmentContentEncoding.identity,
            media_type=media_type,
            test_case_started_id=case_id,
            test_step_id=step_id,
            timestamp=timestamp(moment),
            **place,
        )
    )


def attached(fact: Fact, name: str, case_id: str | None, step_id: str | None, moment: int) -> Message:
    """Return a fact attached to a step of an executed case, or to the run."""
    return attachment(fact.MEDIA_TYPE, case_id, step_id, moment, body=fact.body, file_name=name)
