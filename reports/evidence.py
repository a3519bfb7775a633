"""What a step left behind: text goes into the stream, anything else into a file beside it."""

import re
from dataclasses import dataclass
from typing import Any, Protocol

from cucumber_messages import Attachment, AttachmentContentEncoding  # type: ignore[import-untyped]  # no type marker

from reports.folder import Folder
from reports.messages import Message, envelope, timestamp
from reports.vocabulary import TRACE_TYPE

_TEXT = re.compile(r"text/.*|application/(.*\+)?(json|xml)")
_EXTENSIONS = {
    TRACE_TYPE: ".zip",
    "application/zip": ".zip",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "video/webm": ".webm",
}


class Evidence(Protocol):
    """What those who gather evidence hand over."""

    @property
    def media_type(self) -> str: ...
    @property
    def body(self) -> bytes: ...
    @property
    def name(self) -> str: ...


@dataclass(frozen=True)
class Piece:
    """Evidence of the reports' own making."""

    media_type: str
    body: bytes
    name: str


class EvidenceStore:
    """Turns evidence into attachments, and keeps pictures and traces as files of this process."""

    def __init__(self, folder: Folder, process: str) -> None:
        self._folder = folder
        self._process = process
        self._count = 0

    def attachment(self, evidence: Evidence, case_id: str, step_id: str, moment: int) -> Message:
        """Returns the message for a piece of evidence; raises OSError when its file cannot be written."""
        if _TEXT.fullmatch(evidence.media_type):
            place: dict[str, Any] = {"body": evidence.body.decode("utf-8", "replace")}
        else:
            # Not Cucumber's newer `externalAttachment`: its HTML formatter draws `url` and drops that one.
            place = {"body": "", "url": self._keep(evidence)}
        return attachment(evidence.media_type, case_id, step_id, moment, file_name=evidence.name, **place)

    def _keep(self, evidence: Evidence) -> str:
        self._count += 1
        name = self._file_name(evidence)
        self._folder.evidence.mkdir(parents=True, exist_ok=True)
        file = self._folder.evidence / name
        try:
            file.write_bytes(evidence.body)
        except OSError:
            file.unlink(missing_ok=True)
            raise
        return f"{self._folder.evidence.name}/{name}"

    def _file_name(self, evidence: Evidence) -> str:
        extension = _EXTENSIONS.get(evidence.media_type, ".bin")
        word = re.sub(r"[^a-z0-9_]+", "-", evidence.name.lower().removesuffix(extension)).strip("-")
        stem = f"{self._folder.run}-{self._process}-{self._count}"
        return f"{stem}-{word}{extension}" if word else stem + extension


def attachment(media_type: str, case_id: str, step_id: str | None, moment: int, **place: Any) -> Message:
    """Returns an attachment to a step of an executed case; `place` is a body, or a url and an empty body."""
    return envelope(
        attachment=Attachment(
            content_encoding=AttachmentContentEncoding.identity,
            media_type=media_type,
            test_case_started_id=case_id,
            test_step_id=step_id,
            timestamp=timestamp(moment),
            **place,
        )
    )
