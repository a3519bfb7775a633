"""A misspelt tag would silently drop its scenarios from `-m`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from steps.language.features import FeatureDocument, line_of
from steps.language.problem import Problem
from steps.language.spelling import in_latin, nearest_word
from steps.language.tags import known_tags


def find(document: FeatureDocument) -> Iterator[Problem]:
    """Yield what breaks the rule."""
    known = known_tags()
    for tag in _tags(document):
        name = tag["name"].removeprefix("@")
        if name not in known:
            nearest = nearest_word(name, known) or _as_it_sounds(name, known)
            hint = f" Может быть, @{nearest}?" if nearest else f" Есть: {', '.join('@' + t for t in known)}."
            message = f"неизвестный тег @{name}.{hint} Новые теги вписывают в steps/language/tags.toml."
            pickles = tuple(
                p["id"] for p in document.pickles if tag["id"] in [each["astNodeId"] for each in p["tags"]]
            )
            yield Problem("unknown_tag", document.uri, line_of(tag), message, pickles)


def _as_it_sounds(name: str, known: Iterable[str]) -> str | None:
    """The tag that is the same word in the other alphabet, or begins with it: «perm» for «пермь»."""
    sound = in_latin(name)
    sounds = {in_latin(each): each for each in known}
    begun = next((each for each in sounds if each.startswith(f"{sound}_")), None)
    near = begun or nearest_word(sound, sounds)
    return sounds[near] if near else None


def _tags(document: FeatureDocument) -> Iterator[dict[str, Any]]:
    if document.feature:
        yield from document.feature["tags"]
        for child in document.feature["children"]:
            yield from child.get("rule", {}).get("tags", [])
    for scenario in document.scenarios:
        yield from scenario.node["tags"]
        for table in scenario.tables:
            yield from table["tags"]
