"""The months as pages write them: in full, of a day, or by their first letters."""

from __future__ import annotations

NAMES = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
LETTERS = 3  # by so many a month is known from all others, but for May and March


def named(number: int) -> str:
    """The name of a month, with a capital letter."""
    return NAMES[number - 1].capitalize()


def month_of(text: str) -> int | None:
    """Which month is written so: «Май», «мая», «мая 2011», «авг.», «05»; None if it is none."""
    word = text.strip().rstrip(".").lower()
    if word.isdigit():
        return int(word) if 1 <= int(word) <= len(NAMES) else None
    if word == "мая":
        return NAMES.index("май") + 1
    return next((at + 1 for at, name in enumerate(NAMES) if _means(word, name)), None)


def _means(word: str, name: str) -> bool:
    of_a_day = name[:-1] + "я" if name[-1] in "ьй" else name + "а"
    return word in (name, of_a_day) or (len(word) >= LETTERS and name.startswith(word))
