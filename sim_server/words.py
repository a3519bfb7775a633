"""What may stand in one place of a TOML file: captions, templates, words of a closed list; each refuses in Russian."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches
from string import Formatter
from typing import Annotated, Any

from pydantic import AfterValidator

HOST = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+")


@dataclass(frozen=True)
class Kind:
    """What may stand there, as a document of the keys calls it."""

    words: str


def nearest(word: str, known: Collection[str]) -> str:
    """Which of the known words is most like this one; empty if none is."""
    return next(iter(get_close_matches(word.lower(), known, n=1, cutoff=0.6)), "")


def refusal(word: str, known: Collection[str]) -> str:
    """Say that there is no such word, and which there are."""
    perhaps = nearest(word, known)
    return f"«{word}» не бывает{f' (возможно, {perhaps})' if perhaps else ''}; есть: {', '.join(known)}"


def among(known: Collection[str]) -> AfterValidator:
    """Allow these words only."""

    def checked(word: str) -> str:
        if word not in known:
            raise ValueError(refusal(word, known))
        return word

    return AfterValidator(checked)


def placeholders(text: str) -> set[str]:
    """The names in curly brackets; raise ValueError for brackets that hold none."""
    try:
        found = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        raise ValueError("фигурные скобки не закрыты или не открыты") from None
    return found


def check_template(text: str, allowed: Collection[str]) -> str:
    """Return the text if it puts in nothing but what is allowed; raise ValueError."""
    for name in sorted(placeholders(text) - set(allowed)):
        instead = (
            f"здесь подставляют только: {', '.join(f'{{{one}}}' for one in sorted(allowed))}"
            if allowed
            else "здесь ничего не подставляют"
        )
        raise ValueError(f"{{{name}}} вставить нечем: {instead}")
    return text


def check_blanks(text: str) -> str:
    """Return the text if no blank in it is lost on the screen; raise ValueError."""
    if text != " ".join(text.split()):
        raise ValueError("лишние пробелы или перенос строки: на экране их не будет, и надпись не совпадёт")
    return text


def _there(text: str) -> str:
    if not text:
        raise ValueError("надпись пустая: кнопку, поле или заголовок без слов никто не найдёт")
    return text


def _host(text: str) -> str:
    if not HOST.fullmatch(text):
        raise ValueError(
            f"«{text}» — не адрес: его пишут без https://, порта и косых черт, «school.region.test»"
        )
    return text


def _plain(text: str) -> str:
    return check_template(check_blanks(text), ())


Host = Annotated[str, AfterValidator(_host), Kind("адрес сайта")]
Remark = Annotated[str, AfterValidator(_plain), Kind("текст")]  # may be left empty
Caption = Annotated[str, AfterValidator(_plain), AfterValidator(_there), Kind("надпись")]


def template(*names: str) -> Any:
    """The type of a caption into which these things can be put, by their names in curly brackets."""

    def checked(text: str) -> str:
        return check_template(check_blanks(text), names)

    put_in = ", ".join(f"`{{{name}}}`" for name in names)
    return Annotated[str, AfterValidator(checked), AfterValidator(_there), Kind(f"надпись, можно {put_in}")]
