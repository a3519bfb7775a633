"""A misprint in a keyword turns a scenario, or a step, into description that nobody runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from steps.language.features import FeatureDocument, line_of
from steps.language.keywords import english_keyword, lost_keyword, slip
from steps.language.problem import Problem


def find(document: FeatureDocument) -> Iterator[Problem]:
    """Yield what breaks the rule."""
    yield from _become_description(document)
    yield from _of_no_kind(document)


def _become_description(document: FeatureDocument) -> Iterator[Problem]:
    english = [*_english(document)]
    yield from english[:1]
    for node in described(document) if not english else ():
        for line, text in description_lines(document, node):
            if meant := lost_keyword(text):
                message = (
                    f"строка «{text}» стала пояснением, а похожа на «{meant}» {slip(text, meant)}. "
                    "Исправьте слово; если это и правда пояснение, начните его иначе."
                )
                yield Problem("lost_keyword", document.uri, line, message)
                if meant.endswith(":"):
                    break  # the steps under it are lost with it, and come back with it


def lost_within(document: FeatureDocument, node: dict[str, Any]) -> bool:
    """Say whether what was meant as steps of this scenario has become its description."""
    texts = [text for _, text in description_lines(document, node)]
    return any(lost_keyword(text) or english_keyword(text) for text in texts)


def _english(document: FeatureDocument) -> Iterator[Problem]:
    """Yield the lines of description that begin with an English keyword: all of a file have one cause."""
    for node in described(document):
        for line, text in description_lines(document, node):
            if found := english_keyword(text):
                told = f"строка «{text}» стала пояснением: слово «{found[0].strip()}» английское, и шагом она не стала."
                message = f"{told} Пишите по-русски во всём файле: «{found[1].strip()}»."
                yield Problem("lost_keyword", document.uri, line, message)


def _of_no_kind(document: FeatureDocument) -> Iterator[Problem]:
    """A step must be a «Дано», a «Когда» or a «Тогда», or follow one."""
    for pickle in document.pickles:
        for step in document.steps_of(pickle):
            if step["type"] not in ("Context", "Action", "Outcome"):
                message = (
                    f"шаг «{step['keyword']}{step['text']}» не продолжает ни «Дано», ни «Когда», ни «Тогда». "
                    "Начните его с одного из этих слов."
                )
                yield Problem("lost_keyword", document.uri, step["line"], message, (pickle["id"],))


def described(document: FeatureDocument) -> Iterator[dict[str, Any]]:
    """Everything that may have a description."""
    if document.feature:
        yield document.feature
        yield from (child["rule"] for child in document.feature["children"] if "rule" in child)
    for holder in document.step_holders:
        yield holder
        yield from holder.get("examples", [])


def description_lines(document: FeatureDocument, node: dict[str, Any]) -> Iterator[tuple[int, str]]:
    """The lines of a node's description with their numbers; comments may stand between them."""
    wanted = [line.strip() for line in node["description"].splitlines() if line.strip()]
    numbered = enumerate(document.lines[line_of(node) :], start=line_of(node) + 1)
    for text in wanted:
        yield next((number, text) for number, line in numbered if line.strip() == text)
