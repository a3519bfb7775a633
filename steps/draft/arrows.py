"""Chains of arrows, «Настройки → Сервисы → «Подключить»»: each link is something to press."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from reports.texts.verbs import VERBS
from reports.texts.words import Form, Token, word

NAME_WORDS = 5  # a link with more words is no name


def segments_of(tokens: Sequence[Token]) -> list[tuple[Token, ...]]:
    """Part a sentence at its arrows; a link that is only a name is told to be pressed."""
    segments = [
        tuple(part)
        for is_arrow, part in groupby(tokens, lambda each: each.form is Form.ARROW)
        if not is_arrow
    ]
    return [tuple(_told(segment)) for segment in segments] if len(segments) > 1 else segments


def _told(segment: tuple[Token, ...]) -> Iterator[Token]:
    if any(token.lemma in VERBS and token.form is not Form.NOUN for token in segment):
        yield from segment
    elif labels := [token for token in segment if token.form is Form.LABEL]:
        yield from (word("нажмите"), *labels)
    elif name := _name(segment):
        yield from (word("нажмите"), Token(name, "", Form.LABEL))
    else:
        yield from segment


def _name(segment: Sequence[Token]) -> str:
    """Return the name that a link is, without the sentence's own full stop; nothing if it is none."""
    words = [token.text for token in segment if token.form is not Form.SIGN]
    is_name = words and len(words) <= NAME_WORDS and words[0][:1].isupper() and len(words[0]) > 1
    return " ".join(words) if is_name else ""
