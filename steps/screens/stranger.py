"""Which caption on a screen was probably meant to be the one that is missing: the one nobody has promised.

Alikeness alone misleads: «Подключить» is more like «Отключить» than like «Связать», which stands in its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from steps.language.spelling import nearest_word
from steps.screens.promised import BEGINNINGS, PRESSED

ROOT = Path(__file__).parents[2]
# Whoever names a caption quotes it in one of these: scenarios, clauses, what journals call things.
NAMING = ("features/**/*.feature", "fixtures/instructions/*.toml", "sim_server/**/scenarios.toml")
RESEMBLING = 0.5  # how alike a caption must be to be the one that was meant, from 0 to 1
MISTYPED = 0.85  # the same for a control that others have promised: «Ввойти» is «Войти», «Выйти» is not
CONTROLS = ("button", "field")  # of the texts on a screen too few are ever named


def probably_meant(expected: str, kind: str, present: Sequence[str], window: str) -> str | None:
    """Return which of the present captions stands where the expected one should, None if nobody can tell.

    A control that is written nearly so is; else the only one that no scenario and no clause names; of several such, and
    of texts, an alike one. The `window` is the title of the page's window: the name of the site in it, which is a link
    on every screen, is no stranger.
    """
    if kind not in CONTROLS:
        return nearest_word(expected, present, RESEMBLING)
    if mistyped := nearest_word(expected, present, MISTYPED):
        return mistyped
    strangers = [each for each in present if each not in window and not _is_promised(each)]
    return strangers[0] if len(strangers) == 1 else nearest_word(expected, strangers, RESEMBLING)


def _is_promised(caption: str) -> bool:
    """Say whether somebody quotes this caption, has it in a cell of a table, or a whole way presses such a one."""
    exactly = rf'[«"|]\s*{re.escape(caption)}\s*[»"|]'
    pressed = caption in PRESSED or caption.startswith(BEGINNINGS)
    return pressed or re.search(exactly, _everything_named()) is not None


@cache
def _everything_named() -> str:
    """All that names captions, read at the first failure of a process."""
    files = sorted(file for pattern in NAMING for file in ROOT.glob(pattern))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)
