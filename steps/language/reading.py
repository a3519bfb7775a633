"""Reads a `.feature` file, Russian unless it says otherwise, and checks what it reads; knows no pytest."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from unicodedata import normalize

from gherkin.errors import CompositeParserException, ParserError, ParserException
from gherkin.parser import Parser
from gherkin.token_matcher import TokenMatcher

from fixtures.clauses import clause_ids
from steps.language.features import FeatureDocument
from steps.language.parsed import LANGUAGE, Parse, parsed
from steps.language.problem import Problem
from steps.language.soundness import remarkable, unsound
from steps.language.unreadable import causes, wrong_encoding


def read_feature(
    path: Path, uri: str, clauses: frozenset[str] = frozenset(), parse: Parse = parsed
) -> FeatureDocument:
    """Read and check a feature file; whatever is wrong with it is a problem of the document, never an error.

    `clauses` are those its marks may name besides those of our own instructions. Whoever has a `Shelf` parses by it.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        message = f"файл не прочитать: {error.strerror}. Проверьте, чей он и кому можно его читать."
        return FeatureDocument(uri, "", problems=[Problem("broken_file", uri, 1, message)])
    return read_raw(raw, uri, clauses, parse)


def read_raw(
    raw: bytes, uri: str, clauses: frozenset[str] = frozenset(), parse: Parse = parsed
) -> FeatureDocument:
    """Read and check the bytes of a feature file, whether they are in a file or not."""
    try:
        source = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return FeatureDocument(uri, "", problems=[wrong_encoding(raw, error, uri)])
    return parse_feature(source.replace("\r\n", "\n"), uri, clauses, parse)


def parse_feature(
    source: str, uri: str, clauses: frozenset[str] = frozenset(), parse: Parse = parsed
) -> FeatureDocument:
    """Parse and check a feature's text; Russian unless its first line says otherwise.

    й and ё of two code points, as macOS writes them, become the usual ones.
    """
    source = normalize("NFC", source)
    try:
        tree, pickles = parse(source, uri)
    except (CompositeParserException, ParserError):
        return FeatureDocument(uri, source, problems=causes(source, uri, first_error))
    if tree.get("feature", {}).get("language", LANGUAGE) != LANGUAGE:
        return FeatureDocument(uri, source, tree, problems=[_in_other_words(uri, tree["feature"])])
    document = FeatureDocument(uri, source, tree, pickles, known_clauses=clause_ids() | clauses)
    document.problems.extend(unsound(document))  # no copy: what has been worked out of it stays worked out
    document.remarks.extend(remarkable(document))
    return document


def first_error(source: str) -> ParserException | None:
    """Return the first thing a parser stumbles over, None if it reads the text to the end."""
    try:
        Parser().parse(source, TokenMatcher(LANGUAGE))
    except CompositeParserException as error:
        return next(iter(error.errors))
    except ParserException as error:
        return error
    except ParserError as error:
        return ParserException(str(error), {"line": 1})
    return None


def _in_other_words(uri: str, feature: dict[str, Any]) -> Problem:
    told = f"файл написан словами другого языка («{feature['language']}»)."
    advice = "Пишите «# language: ru» и русские слова: «Функция:», «Сценарий:», «Дано», «Когда», «Тогда»."
    return Problem("broken_file", uri, 1, f"{told} {advice}")
