"""A text as pages write it: й and ё with one code point or with two, blanks of any kind between its words."""

from __future__ import annotations

import re
from collections.abc import Callable
from unicodedata import normalize

from playwright.sync_api import Locator


def in_any_form(text: str) -> str:
    """Return a regular expression for a text, whichever way each of its letters is put together.

    Some pages write й and ё with two code points, or now so and now so: to the eye it is one text.
    """
    return "".join(_in_any_form(letter) for letter in normalize("NFC", text))


def _in_any_form(letter: str) -> str:
    apart = normalize("NFD", letter)
    return re.escape(letter) if apart == letter else f"(?:{letter}|{apart})"


def has_forms(text: str) -> bool:
    """Say whether a text may be written in several ways; most may not, and are looked for as they are."""
    return normalize("NFC", text) != normalize("NFD", text)


def whole(text: str, between: str = r"\s+") -> re.Pattern[str]:
    """Return what is this text from end to end, with this between its words."""
    words = between.join(map(in_any_form, text.split()))
    return re.compile(rf"^\s*{words}\s*$")


def written(text: str, found: Callable[[str | re.Pattern[str]], Locator]) -> Locator:
    """What is found by a text, in whichever form the page writes it."""
    one = found(normalize("NFC", text))
    return one.or_(found(whole(text))) if has_forms(text) else one
