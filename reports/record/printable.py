"""What may stand in XML, in JSON and on a terminal: one rule for names, messages and paths, wherever they come from."""

import re
from collections.abc import Mapping
from typing import Any, TypeVar

T = TypeVar("T")

_NO_CHARACTERS = "".join(
    chr(plane | last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
# Control characters but for tabs and ends of lines, halves of characters, and what Unicode keeps from being one.
_UNPRINTABLE = re.compile(f"[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NO_CHARACTERS}]")

_ESCAPED = re.compile(r"\\[bfu]")


def printable(told: T) -> T:
    """Return a text without what XML, UTF-8 or a terminal would choke on; of JSON every text and key in it."""
    cleaned: Any = told
    if isinstance(told, str):
        cleaned = _UNPRINTABLE.sub("", told)
    elif isinstance(told, Mapping):
        cleaned = {printable(key): printable(each) for key, each in told.items()}
    elif isinstance(told, list | tuple):
        cleaned = [printable(each) for each in told]
    return cleaned  # type: ignore[no-any-return]


def is_printable_json(text: str) -> bool:
    """Say whether JSON certainly has nothing to be left out; what it escapes may be something, or a mere backslash."""
    # What Python calls printable has none of the characters either, and it finds that out thirty times as fast.
    return not _ESCAPED.search(text) and (text.isprintable() or not _UNPRINTABLE.search(text))
