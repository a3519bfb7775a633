"""Writes what differs from world to world as a blank, so that a caption is the same for every seed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from fixtures.cast import CAST
from reports.record.masks import KINDS

FULL_NAME, FIRST_NAME, PHONE, MAIL = "‹ФИО›", "‹имя›", "‹телефон›", "‹почта›"
LOGIN, DATE, TIME, NUMBER, TYPED = "‹логин›", "‹дата›", "‹время›", "‹число›", "‹введённое›"
_WORD = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_PERSON = re.compile(rf"\b({_WORD}) ({_WORD}) ([А-ЯЁ][а-яё]+(?:ич|вна|чна))\b")
# In this order: a full name before a first one, a date before a time.
_BLANKS = (
    (_PERSON, FULL_NAME),
    (re.compile(r"\b[А-ЯЁ][а-яё]+ [А-ЯЁ]\.(?! ?[А-ЯЁ]\.)"), FIRST_NAME),
    (re.compile(rf"{KINDS['phones']}|\+7 \d{{3}} \*\*\*-\*\*-\d\d"), PHONE),
    (re.compile(r"[\w.*+-]+@[\w.-]+\.test\b"), MAIL),
    (re.compile(rf"\b[a-z-]+\.(?:{'|'.join(one.key for one in CAST)})(?:\.\d+)?\b"), LOGIN),
    (re.compile(r"\b\d\d\.\d\d\.\d{4}\b|\b\d{4}-\d\d-\d\d\b"), DATE),
    (re.compile(r"\b\d{1,2}:\d\d\b"), TIME),
    (re.compile(r"(?<=: )\d+$|^\d+$"), NUMBER),
)
BLANK = re.compile(r"‹[^‹›]+›")


def blanked(caption: str, first_names: Iterable[str] = ()) -> str:
    """Return the caption with blanks for names, phones, addresses, logins, dates, times and numbers of things.

    First names look like any other word: those that are known to be names are told.
    """
    for pattern, blank in _BLANKS:
        caption = pattern.sub(blank, caption)
    for name in first_names:
        caption = re.sub(rf"\b{re.escape(name)}\b", FIRST_NAME, caption)
    return caption


def first_names(captions: Iterable[str]) -> frozenset[str]:
    """Return the first names of the people whose full names stand in the captions."""
    return frozenset(found[2] for caption in captions for found in _PERSON.finditer(caption))


def fitting(caption: str) -> re.Pattern[str]:
    """Return a pattern for what a caption with blanks may read like on a screen."""
    pieces = [re.escape(piece) for piece in BLANK.split(caption)]
    return re.compile(".+".join(pieces))
