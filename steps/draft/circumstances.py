"""What the person of a way has before it begins, as its heading says: VK ID, a study profile, neither."""

from __future__ import annotations

from reports.texts.words import tokens_of
from steps.draft.passages import Way

BOTH = "у меня есть VK ID и учебный профиль"
VK_ID_ALONE = "у меня есть VK ID, но нет учебного профиля"
NOTHING = "у меня нет VK ID"
THERE = {"есть", "наличие", "иметься", "уже"}
LACKING = {"нет", "отсутствие", "без"}


def circumstance_of(way: Way) -> str:
    """Return the «Дано» of a way, an empty one if nothing is said of it."""
    said = [way.title]
    for passage in way.passages:
        if passage.is_walked:
            break
        said.append(passage.sentence.text)
    return next((found for text in said if (found := _in(text))), "")


def _in(text: str) -> str:
    words = {token.lemma for token in tokens_of(text)}
    has_vk_id, has_profile = {"vk", "id"} <= words, "профиль" in words
    if words & LACKING:
        return VK_ID_ALONE if has_profile else NOTHING if has_vk_id else ""
    if words & THERE:
        return BOTH if has_profile else VK_ID_ALONE if has_vk_id else ""
    return ""
