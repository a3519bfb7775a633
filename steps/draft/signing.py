"""What instructions say of signing in."""

from __future__ import annotations

from collections.abc import Iterator

from reports.texts.phrases import Phrase
from steps.draft.context import Context
from steps.draft.places import addresses, pressable
from steps.draft.vocabulary import SIGN_IN_BUTTON, Act, Deed

ELSEWHERE = {"вконтакте", "сферум", "гто", "почта", "госуслуга"}


def sign_in(phrase: Phrase, context: Context) -> Iterator[Act]:
    """«Войдите в журнал»; where an address is given, the way in is spelled out."""
    if found := addresses(phrase.after):
        yield Act(Deed.OPEN, label=found[0])
        yield Act(Deed.ENTER_LOGIN, field=context.field_of(Deed.ENTER_LOGIN))
        yield Act(Deed.ENTER_JOURNAL_PASSWORD, field=context.field_of(Deed.ENTER_JOURNAL_PASSWORD))
        yield Act(Deed.PRESS, label=SIGN_IN_BUTTON)
    elif found := pressable(phrase.after):
        yield from (Act(Deed.PRESS, label=label) for label in found)
    elif deed := _where(phrase, context):
        yield Act(deed)


def _where(phrase: Phrase, context: Context) -> Deed | None:
    """Return what is signed in to; None where that is a system drafts know no way into."""
    words = {token.text.lower() for token in phrase.after} | {token.lemma for token in phrase.after}
    if "мессенджер" in words:
        return Deed.SIGN_IN_MESSENGER
    if {"vk", "id"} <= words or "vk-id" in words:
        return Deed.SIGN_IN_VK_ID
    if context.around & ELSEWHERE or "данные" in words:
        return None
    return Deed.SIGN_IN
