"""Covers what is personal in texts: one set of patterns, the same for what is written down and for a page in a browser.

What authors wrote, features and their sentences, stays: it names nobody. A stand says what it wants covered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

COVER = "••••"
SHORTEST_NAME = 3  # letters: a shorter one would be found inside every other word
_SYNTAX = re.compile(r"[.*+?^${}()|\[\]\\/]")  # re.escape escapes more than a browser allows

# Python and browsers read all of these alike, without any flag but "u". `\b` and `\w` they do not: to a browser
# a Russian letter is no part of a word.
_GAP = r"[\s()‑–-]{0,4}"
_AREA = rf"(?:\(?\d{{3}}\)?{_GAP}\d{{3}}|\(\d{{4}}\){_GAP}\d{{2}}|\(\d{{5}}\){_GAP}\d)"
_PHONE = (
    rf"\+7(?:{_GAP}\d){{10}}(?!\d)"
    rf"|(?<!\d)[78]{_GAP}{_AREA}{_GAP}\d{{2}}{_GAP}\d{{2}}(?!\d)"
    r"|(?<![\d-])(?:\(?\d{3}\)?[\s-])?\d{3}[‑–-]\d{2}[‑–-]\d{2}(?![\d-])"  # 123-45-67
)
# A port: after «//» and the host, as long as one may be, and before the path or the end. What looks behind needs a
# width, so there is one for each length; a password in an address has no such end.
_LONGEST_HOST = 64
_AFTER_HOST = "".join(rf"(?<!//[A-Za-z0-9.-]{{{length}}}:)" for length in range(1, _LONGEST_HOST))
_NO_PORT = rf"(?:(?!\d{{4,5}}(?:[/?#\s»\x22',;).]|$))|{_AFTER_HOST})"
# Four to eight digits that stand alone; the year of a date does not.
_CODE = (
    r"(?=\d{4})(?<![\dA-Za-z_])(?<!\d\d\.\d\d\.)(?!\d{4}-\d\d-\d\d(?!\d))"
    rf"{_NO_PORT}\d{{4,8}}(?![\dA-Za-z_])"
)
_NAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
# A patronymic gives a person away; the words with a capital letter around it are the rest of the name.
_FULL_NAME = (
    rf"(?:{_NAME}\s+){{1,2}}[А-ЯЁ][а-яё]+(?:вич|вна|ична|ьич)(?![А-ЯЁа-яё])(?:\s+[А-ЯЁ][а-яё]+)?"
    rf"|{_NAME}\s+[А-ЯЁ]\.\s?[А-ЯЁ]\."
)
DATE = r"(?<!\d)\d{2}\.\d{2}\.\d{4}(?!\d)"  # no kind of its own: most dates are nobody's birthday
KINDS = {"phones": _PHONE, "codes": _CODE, "names": _FULL_NAME}
# Addresses of files in the record, and what the world was grown from: nothing personal, and they must stay exact.
_EXACT = ("url", "seed", "system", "device", "stand")
_TYPED = "value"  # what a person types is personal more often than not


class Masks:
    """What is covered: kinds of the stand's choice, names of people who are known, secrets as they are, patterns."""

    def __init__(
        self,
        kinds: Iterable[str],
        names: Iterable[str] = (),
        secrets: Iterable[str] = (),
        patterns: Iterable[str] = (),
    ) -> None:
        wanted = set(kinds)
        known = sorted(
            {name for name in names if len(name) >= SHORTEST_NAME}, key=lambda name: (-len(name), name)
        )
        sources = [source for kind, source in KINDS.items() if kind in wanted]
        # Full names come first: of a name that is known in part the rest would stay.
        hidden = sorted({_literal(one) for one in secrets if one}, key=lambda one: (-len(one), one))
        self.pattern = "|".join(
            [*hidden, *patterns, *sources, *(map(_in_any_case, known) if "names" in wanted else ())]
        )

    def __bool__(self) -> bool:
        return bool(self.pattern)

    def text(self, text: str) -> str:
        """Return the text with everything personal covered."""
        return re.sub(self.pattern, COVER, text) if self else text

    def facts(self, facts: Any) -> Any:
        """Return JSON with its texts covered; names of keys and numbers stay."""
        if not self:
            return facts
        if isinstance(facts, str):
            return self.text(facts)
        if isinstance(facts, list | tuple):
            return [self.facts(each) for each in facts]
        if isinstance(facts, Mapping):
            return {key: self._fact(key, each) for key, each in facts.items()}
        return facts

    def _fact(self, key: str, fact: Any) -> Any:
        if key == _TYPED and fact:
            return COVER
        return fact if key in _EXACT else self.facts(fact)


def _literal(secret: str) -> str:
    """Return a pattern for a secret; the digits of a number may be set apart, blanks may be unbreakable."""
    apart = _GAP if secret.isdecimal() else ""
    return apart.join(r"\s" if letter == " " else _SYNTAX.sub(r"\\\g<0>", letter) for letter in secret)


def _in_any_case(name: str) -> str:
    """Return a pattern for the name; no flag is used, because a page and Python would have to agree on it."""
    letters = (
        f"[{each.lower()}{each.upper()}]" if each.isalpha() else each
        for each in _SYNTAX.sub(r"\\\g<0>", name)
    )
    return "".join(letters)
