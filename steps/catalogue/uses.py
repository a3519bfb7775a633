"""Where sentences are used: every step that is written in a feature, once, at the definition it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from steps.catalogue.entry import Use
from steps.language.features import FeatureDocument
from steps.language.matching import Definition, Matcher
from steps.language.reading import read_feature


def uses_by_definition(definitions: Sequence[Definition], features: Path, root: Path) -> dict[int, list[Use]]:
    """Return the uses of the definitions, by their `id`, in the features of the folder.

    A step of an outline is written once, however many rows it has; it is shown as its first row has it.
    """
    matcher = Matcher(definitions)
    found: dict[int, list[Use]] = {}
    for path in sorted(features.rglob("*.feature")):
        document = read_feature(path, path.relative_to(root).as_posix())
        matches = matcher.matches(document)
        for step in _written_once(document):
            for definition in matches[step["id"]]:
                found.setdefault(id(definition), []).append(_use(document, step))
    return found


def _written_once(document: FeatureDocument) -> Iterator[dict[str, Any]]:
    seen = set()
    for pickle in document.pickles:
        for step in document.steps_of(pickle):
            if step["line"] not in seen:
                seen.add(step["line"])
                yield step


def _use(document: FeatureDocument, step: dict[str, Any]) -> Use:
    argument = step.get("argument", {})
    rows = argument.get("dataTable", {}).get("rows", ())
    words = argument.get("docString", {}).get("content", "").splitlines()
    table = tuple(tuple(cell["value"] for cell in row["cells"]) for row in rows)
    return Use(document.uri, step["line"], f"{_keyword(step)} {step['text']}", table, tuple(words))


def _keyword(step: dict[str, Any]) -> str:
    """The word a step begins with by itself: where it only goes on («И»), the one it means."""
    return {"Context": "Дано", "Action": "Когда", "Outcome": "Тогда"}.get(step["type"], "*")
