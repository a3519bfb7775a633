"""Where a line begins another sentence although no sign ends the one before: with an order of its own."""

from __future__ import annotations

import re

from reports.texts.verbs import VERBS
from reports.texts.words import Form, word

ENDED = re.compile(r"[.!?…][»”\"]?\s")
FIRST = re.compile(r"[А-ЯЁа-яё]+")
GOING_ON = re.compile(r"(?:[,—–(]|\b(?:и|или|а|но|не|затем|потом|чтобы|после|далее))$", re.IGNORECASE)


def is_order(text: str) -> bool:
    """Say whether a text begins with an order: «Откройте …», «нажать …»."""
    first = FIRST.match(text)
    if first is None:
        return False
    read = word(first[0])
    return read.form in (Form.ORDER, Form.INFINITIVE) and read.lemma in VERBS


def begins_anew(line: str, before: str) -> bool:
    """Say whether a line is an order behind a text that ends with no sign, and not what that text leads up to."""
    if (
        not before
        or before[-1] in ".!?…:;"
        or GOING_ON.search(before)
        or before.count("«") > before.count("»")
    ):
        return False
    first = FIRST.match(line)
    if first is None or not is_order(line):
        return False
    is_plural = word(first[0]).form is Form.ORDER
    return is_plural and (line[:1].isupper() or has_order(ENDED.split(before)[-1]))


def has_order(text: str) -> bool:
    """Say whether something is ordered anywhere in a text."""
    return any(is_order(found[0]) for found in FIRST.finditer(text))
