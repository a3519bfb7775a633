"""The exit codes, the same for every way to run, and how wrong arguments are refused."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import NoReturn

from fixtures.environment.arguments import WRONG_ARGUMENTS, in_russian

PASSED, FAILED, BROKEN, NOTHING_RAN, INTERRUPTED = 0, 1, 2, 3, 130
CLOSED_BY_POLICY = 4  # by the gate alone: everything passed, and the release still lacks something
WORST_FIRST = (INTERRUPTED, WRONG_ARGUMENTS, BROKEN, NOTHING_RAN, FAILED, CLOSED_BY_POLICY, PASSED)

# What pytest objects to; what argparse does is known elsewhere.
OBJECTIONS = (
    ("file or directory not found:", "нет такого файла или папки:"),
    ("not found:", "не найдено:"),
)


def worst(codes: Iterable[int]) -> int:
    """Return the exit code that beats the others; one that is not ours means that something broke."""
    known = [code if code in WORST_FIRST else BROKEN for code in codes]
    return min(known, key=WORST_FIRST.index, default=NOTHING_RAN)


def refuse(message: str) -> NoReturn:
    """Say in Russian what is wrong with the arguments and leave."""
    for english, russian in OBJECTIONS:
        message = message.replace(english, russian)
    print(f"Ошибка: {in_russian(message)}", file=sys.stderr)
    raise SystemExit(WRONG_ARGUMENTS)
