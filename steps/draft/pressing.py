"""What instructions say of pressing, opening, ticking and changing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reports.texts.words import Form, Token
from steps.draft.context import Context
from steps.draft.phrases import Phrase
from steps.draft.places import addresses, opened_screens, pressable
from steps.draft.signing import sign_in
from steps.draft.vocabulary import CHANGE_NUMBER, Act, Deed

PRONOUNS = {"он", "она", "оно", "они"}
KEYS = {"enter", "ввод"}


def press(phrase: Phrase, context: Context) -> Iterator[Act]:
    """«Нажмите на кнопку «X»», «выберите «X»»: press each label that is no place, field or surrounding."""
    yield from opened_screens(phrase)
    if phrase.is_noun:
        yield from _pressed(_close_by(phrase.after))
        return
    if found := pressable(phrase.after) or pressable(phrase.before):
        yield from _pressed(found)
    elif any(token.lemma in PRONOUNS for token in phrase.after) and context.label:
        yield Act(Deed.PRESS, label=context.label)
    elif name := _capitalised(phrase.after):
        yield Act(Deed.PRESS, label=name)


def go(phrase: Phrase, context: Context) -> Iterator[Act]:
    """«Перейдите на сайт …», «откройте вкладку «X»», «пройдите авторизацию»."""
    lemmas = {token.lemma for token in phrase.after}
    if "авторизация" in lemmas:
        yield from (sign_in(phrase, context) if not pressable(phrase.after) else press(phrase, context))
    elif found := addresses(phrase.after):
        yield from (Act(Deed.OPEN, label=address) for address in found)
    elif "кабинет" in lemmas and not pressable(phrase.after):
        yield Act(Deed.OPEN_CABINET)
    else:
        yield from press(phrase, context)


def by_means(phrase: Phrase, context: Context) -> Iterator[Act]:
    """«… по кнопке «X»», whatever the verb is, or without any."""
    for at, token in enumerate(phrase.after):
        if token.lemma == "кнопка" and (token.case == "ablt" or _follows(phrase.after, at, "по")):
            yield from _pressed(_close_by(phrase.after[at:]))


def tick(phrase: Phrase, context: Context) -> Iterator[Act]:
    """«Отметьте «X»», «поставьте галочку «X»»."""
    yield from (Act(Deed.TICK, label=label) for label in pressable(phrase.after))


def change(phrase: Phrase, context: Context) -> Iterator[Act]:
    """«Измените номер»: VK ID has a button for it."""
    if found := pressable(phrase.after):
        yield from _pressed(found)
    elif any(token.lemma in ("номер", "телефон") for token in phrase.tokens):
        yield Act(Deed.PRESS, label=CHANGE_NUMBER)


def close(phrase: Phrase, context: Context) -> Iterator[Act]:
    """«Закройте вкладку»."""
    if any(token.lemma in ("вкладка", "страница") for token in phrase.after):
        yield Act(Deed.CLOSE_TAB)


def reload(phrase: Phrase, context: Context) -> Iterator[Act]:
    """«Обновите страницу»."""
    if any(token.lemma == "страница" for token in phrase.after):
        yield Act(Deed.RELOAD)


def _pressed(labels: Sequence[str]) -> Iterator[Act]:
    return (Act(Deed.PRESS, label=label) for label in labels)


def _close_by(tokens: Sequence[Token]) -> list[str]:
    """Return the labels that stand right behind, with «кнопку», «на» and the like between, and «или» among them."""
    found: list[str] = []
    for token in tokens:
        if token.form is Form.LABEL:
            found.append(token.text)
        elif token.form in (Form.SIGN, Form.HAPPENS) or (token.form is Form.NOUN and token.case == "nomn"):
            break
    return found


def _capitalised(tokens: Sequence[Token]) -> str:
    """Return a name in capitals without quotes, up to the next sign or «и»."""
    name: list[str] = []
    for token in tokens:
        if name and (token.form is Form.SIGN or token.lemma == "и"):
            break
        if (name or token.text[:1].isupper()) and token.lemma not in KEYS:
            name.append(token.text)
    return " ".join(name)


def _follows(tokens: Sequence[Token], at: int, preposition: str) -> bool:
    return any(token.lemma == preposition for token in tokens[max(0, at - 2) : at])
