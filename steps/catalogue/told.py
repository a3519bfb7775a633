"""Tells the record which sentences there are: a plugin of the run."""

from __future__ import annotations

import pytest

from reports.record.catalogue import CatalogueTold, PlaceTold, SentenceTold
from reports.record.facts import Piece
from steps.catalogue.definitions import known_definitions
from steps.catalogue.entry import KEYWORDS_SAID, Entry, Place
from steps.catalogue.gathering import catalogue


def pytest_svyazka_run_evidence(config: pytest.Config) -> list[Piece]:
    """Give the record the catalogue; where a module of sentences is broken, the run says so itself."""
    try:
        entries = catalogue(known_definitions(str(config.getini("svyazka_steps")), config.rootpath))
    except (Exception, pytest.fail.Exception):
        return []
    return [Piece.of(told(entries), "предложения")]


def told(entries: list[Entry]) -> CatalogueTold:
    """Return the catalogue as the record has it: without where it is used, which the record knows by itself."""
    return CatalogueTold(KEYWORDS_SAID, tuple(map(_sentence, entries)))


def _sentence(entry: Entry) -> SentenceTold:
    return SentenceTold(
        name=entry.identity,
        sentence=entry.sentence,
        keywords=entry.keywords,
        help=entry.help,
        synonyms=entry.synonyms,
        topic=entry.topic,
        pattern=entry.pattern,
        source=entry.source,
        places=tuple(map(_place, entry.places)),
        columns=tuple(map(_place, entry.columns)),
        wants_text=entry.wants_text,
    )


def _place(place: Place) -> PlaceTold:
    return PlaceTold(place.called, place.meaning, place.examples, place.quoted)
