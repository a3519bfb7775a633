"""What a step would do to a system: what its definition declares, and what the captions in its text tell of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fixtures.conduct.deeds import Deed
from fixtures.conduct.told import by_filling, by_pressing
from steps.language.definition import Definition
from steps.language.kinds import KINDS
from steps.language.sentence import Sentence

LABEL, FIELD, TEXT = (KINDS[name] for name in ("Label", "Field", "Text"))


def deeds_of(definition: Definition, step: dict[str, Any]) -> frozenset[Deed]:
    """All that this step of a pickle would do; empty where its definition declares nothing."""
    parser = definition.context.parser
    if not definition.does or not isinstance(parser, Sentence):
        return frozenset()
    places = parser.places(step["text"])
    told = set(definition.does)
    if Deed.PRESS in told:
        told.update(*(by_pressing(said) for kind, said in places if kind is LABEL))
    if Deed.FILL in told:
        typed = any(kind is TEXT and said for kind, said in places)
        told.update(*(by_filling(said, typed) for kind, said in places if kind is FIELD))
        told.update(*(by_filling(label, bool(value)) for label, value in _rows(step)))
    return frozenset(told)


def texts_of(definition: Definition, step: dict[str, Any]) -> Iterator[str]:
    """Yield what the step itself spells out to be typed: in its sentence, in the cells of its table."""
    parser = definition.context.parser
    if Deed.FILL not in definition.does or not isinstance(parser, Sentence):
        return
    yield from (said for kind, said in parser.places(step["text"]) if kind is TEXT)
    yield from (value for _, value in _rows(step))


def _rows(step: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Field and text of each line of a table, where there is one."""
    for row in step.get("argument", {}).get("dataTable", {}).get("rows", ()):
        label, *values = (cell["value"] for cell in row["cells"])
        yield label, "".join(values)
