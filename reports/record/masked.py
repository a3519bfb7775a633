"""Covers what is personal in a stream that was recorded, before anybody reads it."""

import json
from collections.abc import Sequence

from reports.record.facts import StandTold, facts_among
from reports.record.masks import Masks
from reports.record.messages import Message


def masked(messages: Sequence[Message]) -> list[Message]:
    """Return the stream with what was observed covered, as its own stand asks; unchanged when it asks for nothing."""
    attached = (message["attachment"] for message in messages if "attachment" in message)
    stands = facts_among(((each["mediaType"], each["body"]) for each in attached), StandTold)
    masks = Masks(kind for stand in stands for kind in stand.masks)
    return [_masked(message, masks) for message in messages] if masks else list(messages)


def _masked(message: Message, masks: Masks) -> Message:
    if "attachment" in message:
        return {"attachment": _attachment(message["attachment"], masks)}
    if "testStepFinished" in message:
        inner = message["testStepFinished"]
        return {"testStepFinished": {**inner, "testStepResult": masks.facts(inner["testStepResult"])}}
    return message


def _attachment(inner: Message, masks: Masks) -> Message:
    if not inner["body"]:
        return inner
    try:
        facts = json.loads(inner["body"])
    except ValueError:
        return {**inner, "body": masks.text(inner["body"])}
    return {**inner, "body": json.dumps(masks.facts(facts), ensure_ascii=False)}
