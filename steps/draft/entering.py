"""What instructions say of entering something: which datum of the person, and into which field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reports.texts.phrases import Phrase
from reports.texts.verbs import RELATIVE
from reports.texts.words import Form, Token
from steps.draft.context import Context
from steps.draft.places import addresses, field_at, labels_at, opened_screens
from steps.draft.vocabulary import REPEATED, Act, Deed

PROFILE = {
    "фио",
    "имя",
    "фамилия",
    "отчество",
    "данные",
    "анкета",
    "рождение",
    "пол",
    "сведение",
    "информация",
}
MAIL = {"почта", "письмо", "mail", "email", "e-mail"}
GENERATOR = {"генератор", "приложение-генератор", "приложение"}
JOURNAL = {"журнал", "дневник", "школьный", "система"}
BREAKS = {"указать", "прийти", "получить", "пришедший", "полученный", "указанный", "выданный"}
DESCRIBING = {"от", "для", "из", "на"}
PRONOUNS = {"он", "его"}


def enter(phrase: Phrase, context: Context) -> Iterator[Act]:
    """«Введите логин и пароль», «укажите телефон в поле «X»», «заполните анкету»."""
    yield from opened_screens(phrase)
    if found := addresses(phrase.after):
        yield from (Act(Deed.OPEN, label=address) for address in found)
        return
    named = field_at(phrase.tokens)
    deeds = _deeds(phrase, context)
    for deed in deeds:
        if deed is Deed.FILL_PROFILE:
            yield Act(deed)
        else:
            yield Act(deed, field=named if named and deed is deeds[-1] else context.field_of(deed))
    if not deeds and named and (value := _value(phrase, named)):
        yield Act(Deed.ENTER, value=value, field=named)


def repeat(phrase: Phrase, context: Context) -> Iterator[Act]:
    """«Повторите пароль»."""
    lemmas = {token.lemma for token in phrase.after}
    chosen = context.last is not None and context.last.deed is Deed.CREATE_PASSWORD
    if "пароль" in lemmas or (chosen and lemmas & PRONOUNS):
        yield Act(Deed.CREATE_PASSWORD, field=field_at(phrase.after) or REPEATED)


def _deeds(phrase: Phrase, context: Context) -> list[Deed]:
    """Return what is entered, each once, in the order of its words."""
    everything = phrase.tokens
    object_words = _objects(phrase.after) or phrase.before
    found = [_deed(token, everything, context) for token in object_words]
    if not any(found) and "код" in context.around and any(token.lemma in PRONOUNS for token in phrase.after):
        found = [_code(set(context.around))]
    return list(dict.fromkeys(deed for deed in found if deed))


def _deed(token: Token, phrase: Sequence[Token], context: Context) -> Deed | None:
    lemmas = {each.lemma for each in phrase}
    if token.form is Form.LABEL:
        return None
    if token.lemma == "логин":
        return Deed.ENTER_LOGIN
    if token.lemma == "пароль":
        return _password(lemmas, context)
    if token.lemma == "код":
        return _code(lemmas)
    if token.lemma in ("телефон", "мобильный") or (token.lemma == "номер" and "код" not in lemmas):
        return Deed.ENTER_PHONE if "код" not in lemmas else None
    if token.lemma in MAIL:
        return Deed.ENTER_MAIL if "код" not in lemmas else None
    return Deed.FILL_PROFILE if token.lemma in PROFILE and not _is_new_password(lemmas) else None


def _password(lemmas: set[str], context: Context) -> Deed | None:
    if "сброс" in lemmas:
        return None
    if _is_new_password(lemmas):
        return Deed.CREATE_PASSWORD
    return (
        Deed.ENTER_JOURNAL_PASSWORD
        if context.signing_in or lemmas & {"логин", *JOURNAL}
        else Deed.ENTER_PASSWORD
    )


def _is_new_password(lemmas: set[str]) -> bool:
    return "пароль" in lemmas and "новый" in lemmas


def _code(lemmas: set[str]) -> Deed:
    if lemmas & MAIL:
        return Deed.ENTER_MAILED_CODE
    return Deed.ENTER_GENERATED_CODE if lemmas & GENERATOR else Deed.ENTER_CODE


def _objects(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the words up to what only describes them: «…, который придёт», «полученный …», «от вашего …»."""
    for at, token in enumerate(tokens):
        apart = at > 0 and tokens[at - 1].text == ","
        if token.lemma in RELATIVE or (apart and token.lemma in BREAKS) or (at and token.lemma in DESCRIBING):
            return tuple(tokens[:at])
    return tuple(tokens)


def _value(phrase: Phrase, field: str) -> str:
    values = [phrase.after[at].text for at in labels_at(phrase.after) if phrase.after[at].text != field]
    return values[0] if values else ""
