"""Lines of one kind that stand unequally far in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from steps.language.problem import Edit, Mend, Problem
from steps.language.rule import Weight
from steps.lint.inspected import BYTE_MARK, Inspected
from steps.lint.layout import indent_of, levels

WEIGHT = Weight.ADVICE


def find(inspected: Inspected) -> Iterator[Problem]:
    """Yield where lines stand otherwise than most of their kind in the file: what most do is its own style."""
    for kind, blocks in levels(inspected.document):
        indents = {block: indent_of(inspected.lines[block[0] - 1]) for block in blocks}
        if len(set(indents.values())) > 1:
            usual = Counter(indents.values()).most_common(1)[0][0]
            odd = [block for block in blocks if indents[block] != usual]
            edits = [edit for block in odd for edit in _edits(inspected, block, indents[block], usual)]
            others = f" Таких строк ещё {len(odd) - 1}." if len(odd) > 1 else ""
            message = (
                f"отступ не такой, как у остальных: {kind} в этом файле стоят на {_told(usual)}.{others}"
            )
            mend = Mend("Выровнять отступы", tuple(edits), mechanical=True)
            yield inspected.problem("indentation", odd[0][0], message, mend=mend)


def _edits(inspected: Inspected, block: Sequence[int], indent: str, usual: str) -> Iterator[Edit]:
    """What stands under a step, or above it as a mark, moves with it."""
    for number in block:
        line = inspected.lines[number - 1]
        if line.strip() and line.startswith(indent):
            start = int(number == 1 and inspected.text.startswith(BYTE_MARK))
            yield Edit(number, start, start + len(indent), usual)


def _told(indent: str) -> str:
    tabs = indent.count("\t")
    return f"{tabs}-й табуляции" if tabs else f"{len(indent)}-м пробеле"
