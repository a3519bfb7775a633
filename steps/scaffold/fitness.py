"""Which answers a file could not take: each check returns in Russian why not, and nothing where the answer will do."""

from __future__ import annotations

import re
from collections.abc import Iterable

from fixtures.people import SPELT
from steps.language.quoting import QUOTABLE
from steps.scaffold.answers import STARTS

EXTENSION = ".feature"
FILE_NAME = re.compile(r"[a-z][a-z0-9_]*")
ADDRESS = re.compile(r"https://[^\s«»]+")
LABEL = re.compile(rf"(?=[^»]){QUOTABLE}")
WORDS_OF_A_FILE = 4


def file_unfit(answer: str) -> str:
    """Why no file can be called that; the extension may be left out."""
    if FILE_NAME.fullmatch(answer.removesuffix(EXTENSION)):
        return ""
    needed = "нужны строчные латинские буквы, цифры и «_»"
    return f"Имя «{answer}» не годится: {needed}, например {latin(answer.removesuffix(EXTENSION))}."


def start_unfit(answer: str) -> str:
    """Why nobody can start there."""
    if answer in STARTS or ADDRESS.fullmatch(answer):
        return ""
    return f"«{answer}» — не адрес: он начинается с https://. Без адреса есть: {', '.join(STARTS)}."


def label_unfit(answer: str) -> str:
    """Why a sentence cannot bring that in its «ёлочки»."""
    if LABEL.fullmatch(unquoted(answer)):
        return ""
    return f"Надпись «{answer}» не годится: у каждой «ёлочки» должна быть пара, и пустой надписи не бывает."


def name_unfit(answer: str, taken: Iterable[str]) -> str:
    """Why a scenario cannot be called that beside those that are there."""
    return f"Название «{answer}» уже занято в этом файле. Дайте другое." if answer in taken else ""


def latin(name: str) -> str:
    """Return a name for a file, spelt in Latin letters."""
    spelt = "".join(SPELT.get(letter, letter) for letter in name.casefold())
    words = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in spelt).split()
    return "_".join(words[:WORDS_OF_A_FILE]).lstrip("0123456789_") or "scenario"


def unquoted(label: str) -> str:
    """Return a label without «ёлочки» or other quotes around the whole of it: the sentence brings its own."""
    whole = re.fullmatch(r"«([^«»]*(?:«[^«»]*»[^«»]*)*)»|[\"“„]([^\"“”„]*)[\"“”]", label.strip())
    return (whole[1] or whole[2] or "") if whole else label.strip()
