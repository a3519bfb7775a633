"""A phone that may be somebody's: only numbers «+7 199 …» belong to nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fixtures.phones import national
from steps.language.problem import Problem
from steps.language.rule import Weight
from steps.lint.inspected import Inspected

WEIGHT = Weight.REMARK
PHONE = re.compile(r"(?<![\d+])(?:\+7|8)[ (-]*\d{3}[ )-]*\d{3}[ -]?\d{2}[ -]?\d{2}(?!\d)")
NOBODYS = ("199", "800")  # invented; free lines of services


def find(inspected: Inspected) -> Iterator[Problem]:
    """Yield the numbers that a person may have, wherever they stand."""
    for number, line in enumerate(inspected.lines if PHONE.search(inspected.text) else (), start=1):
        for found in PHONE.finditer(line):
            if not national(found[0]).startswith(NOBODYS):
                message = f"номер «{found[0]}» может быть чьим-то. Возьмите ничей: «+7 199 …»."
                yield inspected.problem("real_phone", number, message, found.start() + 1)
