"""Makes the catalogue of the definitions: one entry for each sentence, with its keywords together."""

from __future__ import annotations

import importlib
import inspect
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from steps.catalogue.definitions import ROOT, known_definitions, module_of
from steps.catalogue.entry import Entry, Place, place_of
from steps.catalogue.uses import uses_by_definition
from steps.language.kinds import KINDS
from steps.language.matching import KEYWORDS, Definition
from steps.language.sentence import Sentence, Slot, in_words

FEATURES = ROOT / "features"
SYNONYMS = re.compile(r"\n\s*Ещё: (.+?)\.\s*\Z", re.DOTALL)


def catalogue(definitions: Sequence[Definition] | None = None) -> list[Entry]:
    """Return an entry for every sentence, in the order of the topics, without where it is used."""
    groups: dict[tuple[str, str], list[Definition]] = {}
    for each in known_definitions() if definitions is None else definitions:
        groups.setdefault((each.place, each.pattern), []).append(each)
    entries = [_entry(group) for group in groups.values()]
    return sorted(entries, key=lambda entry: (entry.topic[0].isascii(), entry.topic))


def catalogue_with_uses(features: Path = FEATURES, root: Path = ROOT) -> list[Entry]:
    """Return the catalogue with every step of the scenarios in the folder at the sentence that it is."""
    definitions = known_definitions()
    used = uses_by_definition(definitions, features, root)
    return [
        replace(entry, uses=tuple(use for each in entry.definitions for use in used.get(id(each), ())))
        for entry in catalogue(definitions)
    ]


def _entry(group: Sequence[Definition]) -> Entry:
    first = group[0]
    context, parser = first.context, first.context.parser
    function = inspect.unwrap(context.step_func)
    told, synonyms = _help(inspect.getdoc(function) or "")
    return Entry(
        sentence=in_words(first.pattern),
        keywords=tuple(word for kind, word in KEYWORDS.items() if kind in {each.kind for each in group}),
        help=told,
        synonyms=synonyms,
        places=_places(parser),
        columns=_columns(parser),
        topic=_topic(function.__module__),
        module=module_of(context),
        function=function.__name__,
        source=first.place,
        definitions=tuple(group),
    )


def _help(documentation: str) -> tuple[str, tuple[str, ...]]:
    """Return what the sentence does, and the other words it may be looked for by, from its last line «Ещё: …»."""
    found = SYNONYMS.search(documentation)
    if not found:
        return documentation, ()
    others = tuple(word.strip() for word in " ".join(found[1].split()).split(","))
    return documentation[: found.start()].rstrip(), others


def _topic(module: str) -> str:
    return str(getattr(importlib.import_module(module), "TOPIC", module.rpartition(".")[2]))


def _places(parser: object) -> tuple[Place, ...]:
    if not isinstance(parser, Sentence):
        return ()
    before = ("", *parser.parts)
    return tuple(
        place_of(part.name, _name_of(part), part.kind, part.called, str(before[i]).endswith("«"))
        for i, part in enumerate(parser.parts)
        if isinstance(part, Slot)
    )


def _columns(parser: object) -> tuple[Place, ...]:
    kinds = parser.columns if isinstance(parser, Sentence) else ()
    names = {id(kind): name for name, kind in KINDS.items()}
    return tuple(place_of("", names[id(kind)], kind, quoted=False) for kind in kinds)


def _name_of(slot: Slot) -> str:
    return next(name for name, kind in KINDS.items() if kind is slot.kind)
