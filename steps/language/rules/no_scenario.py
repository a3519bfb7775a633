"""A file without scenarios plans nothing and would be green for ever."""

from __future__ import annotations

from collections.abc import Iterator

from steps.language.features import FeatureDocument
from steps.language.problem import Problem
from steps.language.rules import lost_keyword


def find(document: FeatureDocument) -> Iterator[Problem]:
    """Yield what breaks the rule."""
    if not document.scenarios and not any(lost_keyword.find(document)):
        message = "в файле нет ни одного сценария. Начните его строкой «Сценарий: …» или удалите файл."
        yield Problem("no_scenario", document.uri, 1, message)
