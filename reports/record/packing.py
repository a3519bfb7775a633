"""The facts of a scenario in one attachment: in a stream of its own each would be half envelope, and twice as long.

Parts of a run are never packed: there each fact is safe as soon as it is written.
"""

import base64
import json
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

import cucumber_messages as cucumber

Message = dict[str, Any]

FACTS = "application/vnd.svyazka."  # how the media types of all our facts begin
PACK = "application/vnd.svyazka.facts+zlib"
LEVEL = 9


def packed(messages: Iterable[Message]) -> Iterator[Message]:
    """Yield the messages of a whole stream, the facts of each executed case together, just before its end."""
    waiting: dict[str, list[Message]] = {}
    for message in messages:
        attached = message.get("attachment")
        if attached is not None and _is_fact(attached):
            waiting.setdefault(attached["testCaseStartedId"], []).append(attached)
            continue
        ended = message.get("testCaseFinished")
        if ended is not None and (facts := waiting.pop(ended["testCaseStartedId"], [])):
            yield _pack(facts)
        yield message
    yield from map(_pack, waiting.values())


def unpacked(message: Message) -> Iterator[Message]:
    """Yield a message as it was before it was packed: itself, or the facts that it holds."""
    attached = message.get("attachment")
    if attached is None or attached["mediaType"] != PACK:
        yield message
        return
    case = attached["testCaseStartedId"]
    for each in json.loads(zlib.decompress(base64.b64decode(attached["body"]))):
        step, media_type, name, body, seconds, nanos = each
        yield {
            "attachment": {
                "body": body,
                "contentEncoding": "IDENTITY",
                "mediaType": FACTS + media_type,
                "fileName": name,
                "testCaseStartedId": case,
                "testStepId": step,
                "timestamp": {"seconds": seconds, "nanos": nanos},
            }
        }


def _is_fact(attached: Message) -> bool:
    is_ours = str(attached["mediaType"]).startswith(FACTS) and "url" not in attached
    return is_ours and attached["mediaType"] != PACK and bool(attached.get("testStepId"))


def _pack(facts: list[Message]) -> Message:
    told = [
        [
            each["testStepId"],
            each["mediaType"].removeprefix(FACTS),
            each.get("fileName"),
            each["body"],
            each["timestamp"]["seconds"],
            each["timestamp"]["nanos"],
        ]
        for each in facts
    ]
    body = zlib.compress(json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode(), LEVEL)
    attachment = cucumber.Attachment(
        body=base64.b64encode(body).decode(),
        content_encoding=cucumber.AttachmentContentEncoding.base64,
        media_type=PACK,
        test_case_started_id=facts[-1]["testCaseStartedId"],
        test_step_id=facts[-1]["testStepId"],
        timestamp=cucumber.Timestamp(facts[-1]["timestamp"]["nanos"], facts[-1]["timestamp"]["seconds"]),
    )
    return {"attachment": cucumber.message_converter.to_dict(attachment)}
