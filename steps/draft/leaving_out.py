"""What happens in a sentence and no step says: an arrival of nobody knows what, a button that is no more grey."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reports.texts.phrases import Phrase
from reports.texts.verbs import CONDITION, HAPPENING, RELATIVE
from reports.texts.words import Form, Token

STATES = {"активный", "неактивный", "доступный", "недоступный", "заблокировать", "разблокировать"}
BECOMING = {"стать", "становиться"}


def is_left_out(phrase: Phrase) -> bool:
    """Say whether a phrase that gave no step tells what happens; «код, который придёт» only describes."""
    describes = any(token.lemma in RELATIVE for token in phrase.before)
    return phrase.head is not None and phrase.verb in HAPPENING and not describes


def happening(phrase: Phrase) -> tuple[Token, ...]:
    """Return the words that tell what happens."""
    clauses = list(_clauses(phrase.before))
    head = (phrase.head,) if phrase.head else ()
    return (*(clauses[-1] if clauses else ()), *head, *phrase.after)


def states_in(tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    """Yield what is said of being active or not: no step sees that."""
    for clause in _clauses(tokens):
        lemmas = {token.lemma for token in clause}
        told = any(token.form is Form.HAPPENS for token in clause if token.lemma in STATES | BECOMING)
        if told and lemmas & STATES and not lemmas & CONDITION:
            yield clause[1:] if clause[0].lemma == "что" else clause


def _clauses(tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    clause: list[Token] = []
    for token in tokens:
        if token.text in (",", ";", ":", ".") or token.lemma == "и":
            yield from ([tuple(clause)] if clause else [])
            clause = []
        else:
            clause.append(token)
    yield from ([tuple(clause)] if clause else [])
