"""Whether two captions say the same, whatever stands in their blanks and under their masks."""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz import fuzz

from reports.record.masks import COVER

# What belongs to a person or a moment: a mask in what was seen, a blank in what the simulator tells.
_ONE_GAP = rf"(?:{re.escape(COVER)}|‹[^‹›]*›)"
_GAP = re.compile(rf"{_ONE_GAP}(?:[\s,]*{_ONE_GAP})*")
# What a widget says of its own accord: the parts of a date, the months, an eye beside a password.
_OF_WIDGETS = re.compile(
    r"(?:день|месяц|год|дд\.мм\.гггг|дд|мм|гггг|[\W\d_]+|(?:показать|скрыть) пароль"
    r"|(?:январ[ья]|феврал[ья]|марта?|апрел[ья]|ма[йя]|июн[ья]|июл[ья]|августа?|сентябр[ья]|октябр[ья]|ноябр[ья]"
    r"|декабр[ья])(?: \d{4})?)",
    re.IGNORECASE,
)

_OR = re.compile(r",? или |[,/]")


def plain(text: str) -> str:
    """Return a caption as it is compared: without the mark of what must be filled in, or of what unfolds."""
    return re.sub(r"(?:\s*[*:]|\s+[▾▼▸▦])$", "", " ".join(text.split()))


def has_words(text: str) -> bool:
    """Whether a caption says anything besides what belongs to one person, and what widgets say of themselves."""
    left = _GAP.sub("", plain(text))
    return re.search(r"[^\W\d_]", left) is not None and _OF_WIDGETS.fullmatch(left.strip()) is None


def same(shown: str, seen: str) -> bool:
    """Whether a caption of the simulator, with its blanks, is what was seen, with its masks."""
    one, other = plain(shown), plain(seen)
    return one == other or _fits(one, other) or _fits(other, one)


def choices(text: str) -> tuple[str, ...]:
    """Return what a field says it takes, if that is one thing or another: «Телефон или почта»."""
    parts = tuple(part.strip().lower() for part in _OR.split(plain(text)))
    return parts if len(parts) > 1 and all(parts) else ()


def has_gap(text: str) -> bool:
    """Whether something in a caption is covered or left blank."""
    return _GAP.search(text) is not None


def likeness(shown: str, seen: str) -> float:
    """How alike two captions are to the eye, from 0 to 1."""
    return float(fuzz.ratio(plain(shown).lower(), plain(seen).lower())) / 100


def _fits(gapped: str, text: str) -> bool:
    return (
        _GAP.search(gapped) is not None and has_words(gapped) and _pattern(gapped).fullmatch(text) is not None
    )


@cache
def _pattern(gapped: str) -> re.Pattern[str]:
    return re.compile(".+?".join(map(re.escape, _GAP.split(gapped))))
