"""A sentence as words with their forms: what is ordered, what happens. Labels and addresses stay whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from pymorphy3 import MorphAnalyzer

from reports.texts.labels import Label, labels_in, mended


class Form(StrEnum):
    """What a token is, as far as an instruction is concerned."""

    LABEL = "надпись"
    ADDRESS = "адрес"
    SIGN = "знак"
    ARROW = "стрелка"
    ORDER = "повеление"
    INFINITIVE = "неопределённая форма"
    TOGETHER = "делаем вместе"
    GERUND = "деепричастие"  # of something done: «нажав», not «нажимая»
    HAPPENS = "происходит"
    NOUN = "существительное"
    OTHER = "прочее"


# The first of these that a word can be, it is; imperatives of one person are believed only as the likeliest reading.
TAGS = (
    (Form.ORDER, {"VERB", "impr", "plur"}),
    (Form.GERUND, {"GRND", "past"}),
    (Form.INFINITIVE, {"INFN"}),
    (Form.TOGETHER, {"VERB", "1per", "plur"}),
)
LIKELIEST = (
    (Form.ORDER, {"VERB", "impr"}),
    (Form.HAPPENS, {"VERB"}),
    (Form.HAPPENS, {"ADJS"}),
    (Form.HAPPENS, {"PRTS"}),
    (Form.NOUN, {"NOUN"}),
)
UNLIKELY = {"есть", "переть", "тереть"}  # «есть» of eating, «при» of pushing, «три» of rubbing
ADDRESS = r"https?://[^\s<>«»\"()]*[^\s<>«»\"().,;:!?]"
TOKEN = re.compile(
    rf"(?P<address>{ADDRESS})|(?P<arrow>→|⇒|➔|➜|->|=>|(?<=\S )>(?= \S))|(?P<initials>Ф\.\s*И\.\s*О\.?)"
    r"|(?P<word>\w+(?:-\w+)*)|(?P<sign>[^\w\s])"
)


@dataclass(frozen=True)
class Token:
    """A word, label, address or sign of a sentence; `lemma` is the word as a dictionary has it, with е for ё."""

    text: str
    lemma: str
    form: Form
    case: str = ""
    label: Label | None = None


def tokens_of(sentence: str) -> tuple[Token, ...]:
    """Take a sentence apart from left to right."""
    return tuple(_tokens(sentence))


def _tokens(sentence: str) -> Iterator[Token]:
    at = 0
    for label in labels_in(sentence):
        yield from _words(sentence[at : label.start])
        yield Token(label.mended, "", Form.LABEL, label=label)
        at = label.end
    yield from _words(sentence[at:])


def _words(text: str) -> Iterator[Token]:
    for found in TOKEN.finditer(text):
        kind, written = found.lastgroup, found[0]
        if kind == "word":
            yield word(mended(written))
        elif kind == "initials":
            yield word("ФИО")
        else:
            form = {"address": Form.ADDRESS, "arrow": Form.ARROW}.get(kind or "", Form.SIGN)
            yield Token(written, "", form)


def is_known(word: str) -> bool:
    """Say whether the dictionary has such a word, in whatever form."""
    return bool(_analyzer().word_is_known(word.lower()))


@cache
def word(text: str) -> Token:
    """Return a word with its form and its lemma."""
    readings = [each for each in _analyzer().parse(text.lower()) if each.normal_form not in UNLIKELY]
    if not readings:
        return Token(text, text.lower(), Form.OTHER)
    for form, tags in TAGS:
        for reading in readings:
            if tags in reading.tag:
                return _read(text, reading, form)
    likeliest = readings[0]
    form = next((form for form, tags in LIKELIEST if tags in likeliest.tag), Form.OTHER)
    return _read(text, likeliest, form)


@cache
def lemmas_of(word: str) -> frozenset[str]:
    """Return the dictionary forms of everything that a word can be, ё as е."""
    return frozenset(reading.normal_form.replace("ё", "е") for reading in _analyzer().parse(word))


def _read(text: str, reading: Any, form: Form) -> Token:
    return Token(text, reading.normal_form.replace("ё", "е"), form, str(reading.tag.case or ""))


@cache
def _analyzer() -> MorphAnalyzer:
    """The dictionary: read once, and it costs some ten milliseconds."""
    return MorphAnalyzer()
