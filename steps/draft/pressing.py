"""What instructions say of pressing, opening, ticking and changing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from reports.texts.phrases import Phrase
from reports.texts.verbs import BUTTONS, SCREENS
from reports.texts.words import Form, Token
from steps.draft.context import Context
from steps.draft.places import addresses, opened_screens, pressable
from steps.draft.signing import sign_in
from steps.draft.vocabulary import CHANGE_NUMBER, Act, Deed

PRONOUNS = {"он", "она", "оно", "они"}
SIGNING_IN = {"авторизация", "вход"}
FORGOTTEN = "забыл"


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
    elif name := _capitalised(phrase.after) or context.only_label_of(_things(phrase.after)):
        yield Act(Deed.PRESS, label=name)


def restore(phrase: Phrase, context: Context) -> Iterator[Act]:
    """«Восстановите пароль»: by the one label of the document that speaks of a forgotten one."""
    if label := context.only_label_with(FORGOTTEN):
        yield Act(Deed.PRESS, label=label)


def go(phrase: Phrase, context: Context) -> Iterator[Act]:
    """«Перейдите на сайт …», «откройте вкладку «X»», «пройдите авторизацию»."""
    lemmas = {token.lemma for token in phrase.after}
    if lemmas & SIGNING_IN and not lemmas & SCREENS:
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
    """Return a name in capitals without quotes, «кнопку Войти», up to the next sign or «и»."""
    start = next((at for at, token in enumerate(tokens) if token.text[:1].isupper()), 0)
    if not start or tokens[start - 1].lemma not in BUTTONS | SCREENS:
        return ""
    named = takewhile(lambda token: token.form is not Form.SIGN and token.lemma != "и", tokens[start:])
    return " ".join(token.text for token in named)


def _things(tokens: Sequence[Token]) -> list[str]:
    return [token.lemma for token in tokens if token.lemma in BUTTONS]


def _follows(tokens: Sequence[Token], at: int, preposition: str) -> bool:
    return any(token.lemma == preposition for token in tokens[max(0, at - 2) : at])
