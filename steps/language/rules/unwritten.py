"""What a draft left to a person would be missing from a scenario that is green."""

from __future__ import annotations

from collections.abc import Iterator

from steps.language.features import FeatureDocument, line_of
from steps.language.problem import Problem

OPENING = "#?"  # of a line of a draft where a person must go on


def find(document: FeatureDocument) -> Iterator[Problem]:
    """Yield what breaks the rule."""
    for comment in document.comments:
        text = comment["text"].strip()
        if text.startswith(OPENING):
            line = line_of(comment)
            words = text.removeprefix(OPENING).strip()
            message = f"черновик здесь не дописан: «{words}». Напишите шаг вместо этой строки или удалите её."
            above = [scenario for scenario in document.scenarios if line_of(scenario.node) < line]
            if above:
                yield document.problem("unwritten", above[-1], message, line)
            else:
                yield Problem("unwritten", document.uri, line, message)
