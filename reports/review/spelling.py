"""The ways a sentence may be written and still be the same to the letter: its signs, its alphabet, its first letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reports.texts.document import Sentence
from reports.texts.labels import mended

ENDS = ("", ".", ":", ";", "!")


def fingerprints_of(sentence: Sentence) -> frozenset[str]:
    """Return the fingerprints of everything that differs from a sentence only in how it is written."""
    return frozenset(replace(sentence, text=text).fingerprint for text in _spellings(sentence.text))


def _spellings(text: str) -> Iterator[str]:
    for written in {text, mended(text)}:
        bare = written.rstrip(" .:;!,")
        for first in {bare[:1].upper(), bare[:1].lower()}:
            yield from (first + bare[1:] + end for end in ENDS)
    yield text
