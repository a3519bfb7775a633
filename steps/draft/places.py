"""Which of the labels in a phrase are what it speaks of, and which only say where: «в окне «X»», «в поле «Y»»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reports.texts.phrases import Phrase
from reports.texts.verbs import BUTTONS, FIELDS, MESSAGES, PLACING, SCREENS, SURROUNDINGS
from reports.texts.words import Form, Token
from steps.draft.vocabulary import Act, Deed

NEAR = 4  # words between a preposition and the label it places
APPEARED = {"открыться", "появиться", "всплыть", "новый", "открывшийся", "появившийся", "всплывший"}


def labels_at(tokens: Sequence[Token]) -> list[int]:
    """Return where the labels stand."""
    return [at for at, token in enumerate(tokens) if token.form is Form.LABEL]


def pressable(tokens: Sequence[Token]) -> list[str]:
    """Return the labels that something can be done to: those that name no field, no screen around, no system."""
    return [tokens[at].text for at in labels_at(tokens) if not _is_place(tokens, at)]


def addresses(tokens: Sequence[Token]) -> list[str]:
    """Return the addresses, in order."""
    return [token.text for token in tokens if token.form is Form.ADDRESS]


def field_at(tokens: Sequence[Token]) -> str:
    """Return the label of the field that is named, an empty one if none is."""
    named = (
        tokens[at].text
        for at in labels_at(tokens)
        if noun_of(tokens, at) in FIELDS and _is_placed(tokens, at)
    )
    return next(named, "")


def noun_of(tokens: Sequence[Token], at: int) -> str:
    """Return the word that says what the label at this place is; several labels in a row share it."""
    for token in reversed(tokens[max(0, at - NEAR) : at]):
        if token.lemma in BUTTONS | SCREENS | MESSAGES | FIELDS | SURROUNDINGS:
            return token.lemma
        if token.form is Form.SIGN and token.text not in ",(":
            return ""
    return ""


def opened_screens(phrase: Phrase) -> Iterator[Act]:
    """«В открывшемся окне «X» …», «на экране «X» …» say which screen is there before anything is done."""
    for tokens in (phrase.before, phrase.after):
        for at in labels_at(tokens):
            if noun_of(tokens, at) in ("окно", "экран", "окошко") and _is_inside(tokens, at):
                yield Act(Deed.SEE_SCREEN, label=tokens[at].text)


def _is_place(tokens: Sequence[Token], at: int) -> bool:
    noun = noun_of(tokens, at)
    if noun in FIELDS:
        return any(token.lemma in ("в", "во") for token in tokens[max(0, at - NEAR) : at])
    if noun in SCREENS:
        return _is_inside(tokens, at)
    return noun in SURROUNDINGS and tokens[at - 1].lemma not in PLACING


def _is_placed(tokens: Sequence[Token], at: int) -> bool:
    return any(token.lemma in PLACING for token in tokens[max(0, at - NEAR) : at])


def _is_inside(tokens: Sequence[Token], at: int) -> bool:
    """Say whether the label is where something happens: «в окне», not «в окно» and not «во вкладку»."""
    noun = next((token for token in reversed(tokens[:at]) if token.form is Form.NOUN), None)
    return noun is not None and noun.case == "loct" and _is_placed(tokens, at)
