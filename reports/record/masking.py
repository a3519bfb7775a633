"""Covers what is personal in what was observed, when the stand of the run asks for it.

What authors wrote, features and their sentences, stays: it names nobody. Pictures are covered before they are taken.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reports.record.messages import Message
from reports.record.vocabulary import ACTION_TYPE, STAND_TYPE

COVER = "••••"
PATTERNS = {
    "phones": re.compile(r"(?:\+7|\b[78])[\s\-]?\(?\d{3}\)?[\s\-]?\d{3}[\s\-]?\d{2}[\s\-]?\d{2}(?!\d)"),
    # A patronymic gives a person away; the words with a capital letter around it are the rest of the name.
    "names": re.compile(
        r"(?:[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?\s+){1,2}[А-ЯЁ][а-яё]+(?:вич|вна|ична|ьич)\b"
        r"(?:\s+[А-ЯЁ][а-яё]+)?|[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?\s+[А-ЯЁ]\.\s?[А-ЯЁ]\."
    ),
    "codes": re.compile(r"(?<![\d\-])\d{4,8}(?![\d\-])"),
}
# Addresses of files in the record, and what the world was grown from: nothing personal, and they must stay exact.
_EXACT = ("url", "seed", "system", "device", "stand")


class Masks:
    """What a stand wants covered, by the names of the patterns."""

    def __init__(self, names: Iterable[str]) -> None:
        self._patterns = [PATTERNS[name] for name in PATTERNS if name in set(names)]

    def __bool__(self) -> bool:
        return bool(self._patterns)

    def text(self, text: str) -> str:
        """Returns the text with everything personal covered."""
        for pattern in self._patterns:
            text = pattern.sub(COVER, text)
        return text

    def facts(self, facts: Any) -> Any:
        """Returns JSON with its texts covered; names of keys and numbers stay."""
        if isinstance(facts, str):
            return self.text(facts)
        if isinstance(facts, list):
            return [self.facts(one) for one in facts]
        if isinstance(facts, Mapping):
            return {key: one if key in _EXACT else self.facts(one) for key, one in facts.items()}
        return facts


def masked(messages: Sequence[Message]) -> list[Message]:
    """Returns the stream with what was observed covered, as its own stand asks; unchanged when it asks for nothing."""
    masks = Masks(_asked(messages))
    return [_masked(message, masks) for message in messages] if masks else list(messages)


def _asked(messages: Sequence[Message]) -> list[str]:
    told = (message["attachment"] for message in messages if "attachment" in message)
    stands = [json.loads(one["body"]) for one in told if one["mediaType"] == STAND_TYPE]
    return [name for stand in stands for name in stand.get("masks", ())]


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
    if inner["mediaType"] == ACTION_TYPE and facts.get("value"):
        facts["value"] = COVER  # what a person types is personal more often than not
    return {**inner, "body": json.dumps(masks.facts(facts), ensure_ascii=False)}
