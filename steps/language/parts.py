"""Which part of a screen is meant where a label stands on it more than once."""

from __future__ import annotations

import re
from dataclasses import dataclass

from steps.language.quoting import QUOTABLE

WINDOW, LINE, HEADING = "в окне", "в строке", "под надписью"
PARTS = (WINDOW, LINE, HEADING)
WRITTEN = rf"(?:{'|'.join(PARTS)}) «(?=[^»]){QUOTABLE}»"


@dataclass(frozen=True)
class Part:
    """The window of a name, the line with these words, or what stands under these words."""

    where: str
    name: str


def part(text: str) -> Part:
    """Turn «в строке «Иванова»» into the part it means."""
    found = re.fullmatch(rf"({'|'.join(PARTS)}) «(.*)»", text)
    assert found is not None, text
    return Part(found[1], found[2])
