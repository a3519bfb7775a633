"""A sentence as phrases: each verb that asks for something, with the words that belong to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.texts.verbs import (
    CONDITION,
    HAPPENING,
    MODAL,
    NEGATING,
    NOUNS,
    PEOPLE,
    POLITE,
    PURPOSE,
    VERBS,
    Verb,
)
from reports.texts.words import Form, Token

MEANS = {"после", "при", "путем", "посредством", "через"}
TELLING = (Form.HAPPENS, Form.ORDER, Form.TOGETHER)
FINITE = (Form.HAPPENS, Form.INFINITIVE, Form.TOGETHER, Form.ORDER)


@dataclass(frozen=True)
class Phrase:
    """A verb with its words; `verb` is None where an order uses a word that drafts do not know.

    `before` are the words since the phrase before it, `after` those up to the next one.
    """

    head: Token | None
    verb: Verb | None
    before: tuple[Token, ...]
    after: tuple[Token, ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """All its words in order, but for the verb."""
        return self.before + self.after

    @property
    def is_noun(self) -> bool:
        """Whether a noun stands for the verb: «после нажатия на …»."""
        return self.head is not None and self.head.form is Form.NOUN


def phrases_of(tokens: Sequence[Token]) -> tuple[Phrase, ...]:
    """Part a sentence at its verbs; one without any is a single phrase without a head."""
    heads = [at for at in range(len(tokens)) if _is_head(tokens, at)]
    if not heads:
        return (Phrase(None, None, (), tuple(tokens)),)
    return tuple(_phrases(tokens, heads))


def _phrases(tokens: Sequence[Token], heads: Sequence[int]) -> Iterator[Phrase]:
    start = 0
    for at, following in zip(heads, [*heads[1:], len(tokens)], strict=True):
        end = following if following == len(tokens) else _turn(tokens, at, following)
        token = tokens[at]
        yield Phrase(token, _verb(token), tuple(tokens[start:at]), tuple(tokens[at + 1 : end]))
        start = end


def _turn(tokens: Sequence[Token], at: int, following: int) -> int:
    """Return where the words of the next verb begin: behind the last comma or «и» before it, else at the verb."""
    for place in range(following - 1, at, -1):
        if tokens[place].text in (",", ";", "—", "–", ":") or tokens[place].lemma in ("и", "а"):
            return place + 1
    return following


def _verb(token: Token) -> Verb | None:
    return NOUNS.get(token.lemma) or VERBS.get(token.lemma)


def _is_head(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    verb = _verb(token)
    if token.form in (Form.LABEL, Form.SIGN) or _is_negated(tokens, at):
        return False
    if verb in HAPPENING:
        return (token.form in FINITE or token.lemma == "нет") and not _is_conditional(tokens, at)
    if token.form is Form.INFINITIVE:
        return _asks(tokens, at)
    if token.form is Form.HAPPENS:
        return verb is not None and _is_done_by_people(tokens, at) and not _is_conditional(tokens, at)
    if token.lemma in NOUNS:
        return token.case == "ablt" or any(each.lemma in MEANS for each in tokens[max(0, at - 2) : at])
    if token.form is Form.GERUND:
        return verb is not None
    if token.form is Form.TOGETHER:
        return verb is not None
    return token.form is Form.ORDER and token.lemma not in POLITE


def _is_negated(tokens: Sequence[Token], at: int) -> bool:
    near = tokens[max(0, at - 2) : at]
    negated = bool(near) and (near[-1].lemma == "не" or any(each.lemma == "никогда" for each in near))
    return negated or (tokens[at].form is Form.INFINITIVE and any(each.lemma in NEGATING for each in tokens))


def _asks(tokens: Sequence[Token], at: int) -> bool:
    """Say whether an infinitive is an order: first of its sentence, or after a word such as «нужно».

    «Чтобы войти, …» is none.
    """
    before = tokens[:at]
    clause = _clause(before)
    if any(each.lemma in PURPOSE for each in clause):
        return False
    if any(each.lemma in MODAL for each in tokens):
        return _verb(tokens[at]) is not None
    earlier = [place for place, token in enumerate(before) if token.form is Form.INFINITIVE]
    if earlier and _asks(tokens, earlier[-1]):  # «ввести пароль и нажать …»: one order more
        return not any(token.form in TELLING for token in before[earlier[-1] :])
    return not any(_tells(before, place) for place in range(at))


def _tells(before: Sequence[Token], at: int) -> bool:
    """Say whether a word before an infinitive makes its sentence one that tells: «учителя», «вы», «хотите»."""
    token = before[at]
    if token.form in TELLING or token.lemma == "как":
        return True
    dashed = any(each.text in ("—", "–", "-") for each in before[at:])
    return token.case == "nomn" and not dashed and token.form is not Form.LABEL


def _is_done_by_people(tokens: Sequence[Token], at: int) -> bool:
    """Say whether the sentence tells what its reader does: «работник вводит код и нажимает …»."""
    return any(each.lemma in PEOPLE and each.case == "nomn" for each in tokens[:at])


def _is_conditional(tokens: Sequence[Token], at: int) -> bool:
    return any(each.lemma in CONDITION for each in _clause(tokens[:at]))


def _clause(before: Sequence[Token]) -> Sequence[Token]:
    commas = [place for place, token in enumerate(before) if token.text in (",", ";", ":")]
    return before[commas[-1] + 1 :] if commas else before
