"""What Gherkin's parser makes of a feature's text; and a shelf where it lies for the next process that asks."""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from gherkin.ast_builder import AstBuilder
from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler
from gherkin.token_matcher import TokenMatcher

from steps.language.features import DocumentIds

LANGUAGE = "ru"
FORM = "1"  # another one when what is made here changes


class Parsed(NamedTuple):
    """The syntax tree of a text, and the scenarios it comes to."""

    tree: dict[str, Any]
    pickles: list[dict[str, Any]]


Parse = Callable[[str, str], Parsed]


def parsed(source: str, uri: str) -> Parsed:
    """Parse a text as the document of that address; raises the parser's errors."""
    ids = DocumentIds(uri)
    tree: Any = Parser(AstBuilder(ids)).parse(source, TokenMatcher(LANGUAGE))
    tree = {"uri": uri, **tree}
    if "*" in source:
        _go_on_at_asterisks(tree)
    pickles: list[Any] = list(Compiler(ids).compile(tree))
    return Parsed(tree, pickles)


def _go_on_at_asterisks(node: Any) -> None:
    """A step with «*» goes on like «И»; by itself Gherkin says nothing of what it is."""
    if isinstance(node, list):
        for each in node:
            _go_on_at_asterisks(each)
    elif isinstance(node, dict):
        if node.get("keyword", "").strip() == "*" and "keywordType" in node:
            node["keywordType"] = "Conjunction"
        for each in node.values():
            _go_on_at_asterisks(each)


class Shelf:
    """Keeps what was parsed, by the text itself: another text, address, parser or Python is another thing.

    Nothing else is kept: what is wrong with a text is found out anew each time. A shelf that cannot be read or written
    only costs time.
    """

    def __init__(self, folder: Path) -> None:
        """Use this folder; it is made when there is something to keep."""
        self._folder = folder
        self._made_by = f"{FORM} {sys.version} {version('gherkin-official')}"

    def parsed(self, source: str, uri: str) -> Parsed:
        """Return what lies there of this text, or parse it and lay it there; raises the parser's errors."""
        key = hashlib.sha256(
            "\0".join((self._made_by, uri, source)).encode("utf-8", "surrogatepass")
        ).hexdigest()
        place = self._folder / key[:2] / key
        with suppress(OSError, EOFError, ValueError, TypeError):
            return Parsed(*marshal.loads(place.read_bytes()))  # noqa: S302 - our own, like Python's compiled modules
        fresh = parsed(source, uri)
        self._keep(place, marshal.dumps(tuple(fresh)))
        return fresh

    def _keep(self, place: Path, body: bytes) -> None:
        aside = place.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            place.parent.mkdir(parents=True, exist_ok=True)
            aside.write_bytes(body)
            aside.replace(place)
