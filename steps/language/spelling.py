"""What people mistype: look-alike letters, ё, spaces, case; and the keywords of Gherkin they meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from steps.language.quoting import QUOTABLE, without_straight_quotes

LOOKALIKES = str.maketrans("aAeEoOcCpPxXyYKkMTBH", "аАеЕоОсСрРхХуУКкМТВН")
MIXED_WORD = re.compile(r"\b(?=\w*[A-Za-z])(?=\w*[А-Яа-яЁё])\w+\b")
POINTS = re.compile(rf"«{QUOTABLE}»|( +[—–-] +)|,")
SPACES = re.compile(r"[\u00a0\u2007\u202f\u2009\t]")

ALIKE_ENOUGH = 0.8


SOUNDS = {
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "sch",
    "ъ": "",
    "ь": "",
    "ю": "yu",
    "я": "ya",
}
IN_LATIN = str.maketrans(SOUNDS) | str.maketrans("абвгдезийклмнопрстуфыэ", "abvgdeziiklmnoprstufye")


def with_plain_spaces(text: str) -> str:
    """Write non-breaking and other odd spaces as plain ones."""
    return SPACES.sub(" ", text)


def with_single_spaces(text: str) -> str:
    """Write runs of plain spaces as one."""
    return re.sub(" {2,}", " ", text)


def in_cyrillic(text: str) -> str:
    """Write the Latin letters that look like Cyrillic ones in Cyrillic."""
    return text.translate(LOOKALIKES)


def in_latin(text: str) -> str:
    """Write a Russian word in Latin letters as it sounds: «пермь» as «perm»."""
    return without_yo(text).casefold().translate(IN_LATIN)


def without_yo(text: str) -> str:
    """Write ё as е."""
    return text.replace("ё", "е").replace("Ё", "Е")


def without_comment(text: str) -> str:
    """Drop what looks like a comment at the end of the line."""
    return re.sub(r"\s+#.*", "", text)


def without_full_stop(text: str) -> str:
    """Drop a full stop or another mark at the end."""
    return re.sub(r"[.,;:!]+$", "", text)


def without_dashes_and_commas(text: str) -> str:
    """Drop dashes between words and commas, but for those within «ёлочки»: they belong to the label."""
    return POINTS.sub(lambda found: found[0] if found[0][0] == "«" else " " if found[1] else "", text)


# Every way to mistype a sentence that gets a word of its own, in the order they are undone.
SLIPS: tuple[tuple[Callable[[str], str], str], ...] = (
    (without_straight_quotes, "прямые кавычки вместо «ёлочек»"),
    (with_plain_spaces, "неразрывный пробел вместо обычного"),
    (with_single_spaces, "два пробела подряд"),
    (in_cyrillic, "латинские буквы, похожие на русские"),
    (without_yo, "«е» вместо «ё» или наоборот"),
    (str.casefold, "прописная буква вместо строчной или наоборот"),
    (without_comment, "примечание после «#» в конце строки — оно становится частью шага"),
    (without_full_stop, "знак в конце предложения"),
    (without_dashes_and_commas, "нет тире или запятой, или они не на месте"),
)
# Those that are undone without taking a sign away: what stands where stays known.
IN_PLACE = (in_cyrillic, without_yo, str.casefold)


def blur(text: str, slips: Iterable[Callable[[str], str]] | None = None) -> str:
    """Undo the given slips, by default all, so that two spellings of one sentence become equal."""
    return _undone(text, tuple(slips if slips is not None else [undo for undo, _ in SLIPS]))


@lru_cache(maxsize=4096)
def _undone(text: str, slips: tuple[Callable[[str], str], ...]) -> str:
    for undo in slips:
        text = undo(text)
    return text


def mixed_words(text: str) -> list[str]:
    """Return the words that mix Latin and Cyrillic letters."""
    return MIXED_WORD.findall(text)


def alike(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1, slips undone."""
    return SequenceMatcher(None, blur(one), blur(other), autojunk=False).ratio()


def nearest_word(word: str, known: Iterable[str], enough: float = ALIKE_ENOUGH) -> str | None:
    """Return the known word that this one was probably meant to be, if it is alike enough."""
    likely = [each for each in known if _may_be_alike(word, each, enough)]
    best = max(likely, key=lambda each: alike(word, each), default=None)
    return best if best is not None and alike(word, best) >= enough else None


def _may_be_alike(one: str, other: str, enough: float) -> bool:
    """Whether it is worth comparing them: two bounds from above, each cheaper than the likeness itself."""
    matcher = SequenceMatcher(None, blur(one), blur(other), autojunk=False)
    return matcher.real_quick_ratio() >= enough and matcher.quick_ratio() >= enough
