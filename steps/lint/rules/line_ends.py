"""Lines of one file that end in different ways."""

from __future__ import annotations

from collections.abc import Iterator

from steps.language.problem import Edit, Mend, Problem
from steps.language.rule import Weight
from steps.lint.inspected import Inspected

WEIGHT = Weight.ADVICE


def find(inspected: Inspected) -> Iterator[Problem]:
    """Yield the first line that ends otherwise than most."""
    lines = inspected.text.split("\n")[:-1]
    windows = [line.endswith("\r") for line in lines]
    if not 0 < sum(windows) < len(lines):
        return
    usual = sum(windows) * 2 > len(lines)
    odd = [number for number, each in enumerate(windows, start=1) if each is not usual]
    ends = [len(lines[number - 1].removesuffix("\r")) for number in odd]
    edits = tuple(
        Edit(number, end, end + (not usual), "\r" if usual else "")
        for number, end in zip(odd, ends, strict=True)
    )
    message = (
        f"концы строк разные: большинство {_name(usual)}, эта и ещё {len(odd) - 1} — {_name(not usual)}."
    )
    mend = Mend("Сделать концы строк одинаковыми", edits, mechanical=True)
    yield inspected.problem("line_ends", odd[0], message, mend=mend)


def _name(windows: bool) -> str:
    return "как в Windows (CRLF)" if windows else "как в Linux (LF)"
