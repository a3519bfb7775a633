"""A step written out in words, with its keyword or without."""

import pytest

from steps.catalogue.definitions import known_definitions
from steps.recording.entry import GIVEN, THEN, WHEN
from steps.recording.spoken import spoken
from steps.recording.stage import Vocabulary

VOCABULARY = Vocabulary(known_definitions())


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Когда проходит 2 минуты", WHEN, "проходит 2 минуты"),
        ("Тогда  вижу «Да»", THEN, "вижу «Да»"),
        ("Дано коллега — «родитель»", GIVEN, "коллега — «родитель»"),
        ("И вижу «Да»", THEN, "вижу «Да»"),
        ("вижу «Да»", THEN, "вижу «Да»"),
        ("проходит час", WHEN, "проходит час"),
        ("у коллеги нет VK ID", GIVEN, "у коллеги нет VK ID"),
        ("неведомое", WHEN, "неведомое"),
    ],
)
def test_kind_is_that_of_the_keyword_or_of_the_sentence(text: str, kind: str, words: str):
    step = spoken(text, VOCABULARY)
    assert (step.kind, step.text) == (kind, words)
