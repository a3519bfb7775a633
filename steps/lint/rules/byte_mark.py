"""An invisible mark at the very beginning of the file, as the Windows notepad leaves it."""

from __future__ import annotations

from collections.abc import Iterator

from steps.language.problem import Edit, Mend, Problem
from steps.language.rule import Weight
from steps.lint.inspected import BYTE_MARK, Inspected

WEIGHT = Weight.ADVICE


def find(inspected: Inspected) -> Iterator[Problem]:
    """Yield the mark."""
    if inspected.text.startswith(BYTE_MARK):
        message = "в начале файла стоит невидимая метка (BOM). Сохраните файл как «UTF-8 без BOM»."
        mend = Mend("Убрать невидимую метку", (Edit(1, 0, 1, ""),), mechanical=True)
        yield inspected.problem("byte_mark", 1, message, mend=mend)
