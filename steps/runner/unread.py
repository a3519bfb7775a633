"""What is written in the features that a run of a part does not read: it is not to be taken for deleted."""

from __future__ import annotations

from collections.abc import Container, Iterator
from pathlib import Path

import pytest

from reports.record.facts import UnreadScenario, UnreadTold
from reports.record.outline import Outline
from steps.language.parsed import Parse
from steps.language.reading import read_feature
from steps.runner.choosing import SCENARIOS
from steps.runner.parsing import parser_of
from steps.runner.whereabouts import is_feature, shown


def told_unread(config: pytest.Config, read: Container[Path]) -> UnreadTold:
    """Return the scenarios of the files that were not read, by their identities."""
    everything = sorted((config.rootpath / SCENARIOS).rglob("*"))
    files = (each for each in everything if is_feature(each) and each.is_file() and each not in read)
    parse = parser_of(config)
    return UnreadTold(tuple(one for each in files for one in _scenarios(each, config.rootpath, parse)))


def _scenarios(path: Path, root: Path, parse: Parse) -> Iterator[UnreadScenario]:
    document = read_feature(path, shown(path, root), parse=parse)
    outline = Outline([{**document.gherkin_document, "uri": document.uri}], [])
    for one in outline.left_out():
        place = one.place
        yield UnreadScenario(place.identity, place.title, place.uri, tuple(sorted(one.clauses)))
