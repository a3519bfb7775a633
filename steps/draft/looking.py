"""What instructions say of seeing, checking, waiting and of what arrives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reports.texts.phrases import Phrase
from reports.texts.verbs import BUTTONS, MESSAGES, RELATIVE, SCREENS
from reports.texts.words import Form, Token
from steps.draft.context import Context
from steps.draft.entering import MAIL
from steps.draft.places import labels_at, noun_of, opened_screens, pressable
from steps.draft.vocabulary import Act, Deed

OWN_DATA = {"личный", "фио", "дата", "фамилия", "имя", "отчество", "пол", "рождение", "анкета"}
OWN_NAME = {"учетный", "аккаунт", "профиль", "запись"}
UNITS = r"(?:секунд[ауы]?|минут[ауы]?|час(?:а|ов)?)"
SPAN = re.compile(rf"(?:\d+ )?{UNITS}")


def see(phrase: Phrase, context: Context) -> Iterator[Act]:
    """«Откроется окно «X»», «появится кнопка «X»», «увидите надпись «X»»."""
    seen = _seen(_up_to_the_next_clause(phrase.after)) or _seen(_clause(phrase.before))
    yield from seen
    lemmas = {token.lemma for token in phrase.after}
    if not seen and {"новый", "окно"} <= lemmas:
        yield Act(Deed.SEE_WINDOW)


def vanish(phrase: Phrase, context: Context) -> Iterator[Act]:
    """«Кнопка «X» исчезнет», «кнопки «X» больше нет»; without a label it is the last one named."""
    tokens = phrase.after if labels_at(phrase.after) else phrase.before
    gone = [(noun_of(tokens, at), tokens[at].text) for at in labels_at(tokens)]
    if not gone and context.label and any(token.lemma in BUTTONS for token in phrase.tokens):
        gone = [("кнопка", context.label)]
    for noun, label in gone:
        yield Act(Deed.SEE_NO_BUTTON if noun in BUTTONS else Deed.SEE_NO_MORE, label=label)


def check(phrase: Phrase, context: Context) -> Iterator[Act]:
    """«Проверьте свои данные»: whose name is on the screen, or what is in the form."""
    yield from opened_screens(phrase)
    lemmas = {token.lemma for token in phrase.after}
    if pressable(phrase.after):
        yield from _seen(phrase.after)
    elif lemmas & OWN_DATA:
        yield Act(Deed.SEE_OWN_DATA)
    elif lemmas & OWN_NAME:
        yield Act(Deed.SEE_OWN_NAME)


def arrive(phrase: Phrase, context: Context) -> Iterator[Act]:
    """«Придёт СМС», «поступит звонок», «на почту придёт письмо»; «номер, на который придёт СМС» only describes."""
    describes = context.last is not None and context.last.deed is Deed.ENTER_PHONE
    if not (describes and any(token.lemma in RELATIVE for token in phrase.before)):
        yield from _arrived(phrase.tokens)


def wait(phrase: Phrase, context: Context) -> Iterator[Act]:
    """«Подождите 2 минуты», «дождитесь СМС»."""
    said = " ".join(token.text for token in phrase.after)
    if span := SPAN.search(said):
        yield Act(Deed.WAIT, value=span[0])
    else:
        yield from _arrived(phrase.after) or _seen(phrase.after)


def find(phrase: Phrase, context: Context) -> Iterator[Act]:
    """«Найдите кнопку «X»»: the next sentence may press «на неё», so its label is kept in mind."""
    found = pressable(phrase.after)
    context.label = found[-1] if found else context.label
    return iter(())


def _seen(tokens: Sequence[Token]) -> list[Act]:
    noun, acts = "", list[Act]()
    for at in labels_at(tokens):
        noun = noun_of(tokens, at) or noun
        acts.append(Act(_deed(noun), label=tokens[at].text))
    return acts


def _deed(noun: str) -> Deed:
    for nouns, deed in ((BUTTONS, Deed.SEE_BUTTON), (SCREENS, Deed.SEE_SCREEN), (MESSAGES, Deed.SEE_MESSAGE)):
        if noun in nouns:
            return deed
    return Deed.SEE


def _arrived(tokens: Sequence[Token]) -> list[Act]:
    lemmas = {token.lemma for token in tokens}
    if lemmas & MAIL:
        return [Act(Deed.GET_MAILED_CODE)]
    if lemmas & {"смс", "sms", "sms-код", "смс-код"}:
        return [Act(Deed.GET_CODE)]
    return [Act(Deed.GET_CALL)] if "звонок" in lemmas else []


def _up_to_the_next_clause(tokens: Sequence[Token]) -> Sequence[Token]:
    """Leave out what another verb says: «…, а кнопка «X» сменится»."""
    verb = next((at for at, token in enumerate(tokens) if token.form is Form.HAPPENS), len(tokens))
    commas = [at for at, token in enumerate(tokens[:verb]) if token.text == ","]
    return tokens[: commas[-1]] if verb < len(tokens) and commas else tokens


def _clause(tokens: Sequence[Token]) -> Sequence[Token]:
    commas = [at for at, token in enumerate(tokens) if token.form is Form.SIGN and token.text in ",;:"]
    return tokens[commas[-1] + 1 :] if commas else tokens
