"""The rule of drafts: what a draft could not say is written out, or taken out, before its scenario counts."""

from __future__ import annotations

from collections.abc import Iterator

from steps.language.features import FeatureDocument, line_of
from steps.language.problem import Problem

OPENING = "#?"  # of a line of a draft where a person must go on


def unwritten(document: FeatureDocument) -> Iterator[Problem]:
    """A scenario with such a line would be green although a part of its instruction is left out."""
    for comment in document.comments:
        text = comment["text"].strip()
        if text.startswith(OPENING):
            line = line_of(comment)
            words = text.removeprefix(OPENING).strip()
            message = f"черновик здесь не дописан: «{words}». Напишите шаг вместо этой строки или удалите её."
            inside = [scenario for scenario in document.scenarios if line_of(scenario.node) < line]
            if inside:
                yield document.problem("unwritten", inside[-1], message, line)
            else:
                yield Problem("unwritten", document.uri, line, message)
