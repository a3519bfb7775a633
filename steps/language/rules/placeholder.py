"""A `<place>` without a column is passed on as it stands."""

from __future__ import annotations

from collections.abc import Iterator

from steps.language.examples import placeholders, used
from steps.language.features import FeatureDocument, columns_of
from steps.language.problem import Problem
from steps.language.spelling import blur


def find(document: FeatureDocument) -> Iterator[Problem]:
    """Yield what breaks the rule."""
    everywhere = {name for scenario in document.scenarios for t in scenario.tables for name in columns_of(t)}
    for background in document.backgrounds:
        for line, name in placeholders(background["steps"]):
            if name in everywhere:
                message = f"<{name}> в предыстории: она общая для всех сценариев, примеры до неё не доходят."
                everything = tuple(pickle["id"] for pickle in document.pickles)
                yield Problem("placeholder", document.uri, line, message, everything)
    for scenario in document.scenarios:
        columns = [columns_of(table) for table in scenario.tables]
        known = set.intersection(*map(set, columns)) if columns else set()
        for line, name in used(scenario) if columns else ():
            if name not in known:
                yield document.problem("placeholder", scenario, _unknown_column(name, known), line)


def _unknown_column(name: str, known: set[str]) -> str:
    nearest = next((each for each in sorted(known) if blur(each) == blur(name)), None)
    listed = (
        f"Может быть, <{nearest}>?" if nearest else f"Есть: {', '.join(f'<{k}>' for k in sorted(known))}."
    )
    return f"столбца «{name}» нет в «Примерах». {listed}"
