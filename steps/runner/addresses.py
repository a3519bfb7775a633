"""Which scenarios are meant by `FILE:LINE` or by a name as a person types it; knows no pytest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unicodedata import normalize

from reports.record.outline import nodes_at, row
from steps.language.features import FeatureDocument
from steps.language.reading import parse_feature, read_feature
from steps.language.spelling import alike, blur

ADDRESS = re.compile(r"(.+):(\d+)")
SUGGESTED = 3
LIKE_ENOUGH = 0.6

Uri = Callable[[Path], str]


class NobodyMeant(Exception):
    """No scenario is meant by what was typed; the message is Russian and names the nearest."""


@dataclass(frozen=True)
class Meant:
    """What was meant: the files to read, and the identities of the scenarios and rows in them.

    A file that cannot be parsed is meant with all that is wrong in it.
    """

    files: tuple[Path, ...] = ()
    identities: frozenset[str] = frozenset()

    def __or__(self, other: Meant) -> Meant:
        """Return both together."""
        return Meant((*self.files, *other.files), self.identities | other.identities)


class Directory:
    """Finds scenarios by their places and names among the features of a folder."""

    def __init__(self, folder: Path, here: Path, uri: Uri) -> None:
        """Look for names in a folder; paths are typed as from `here`, and `uri` tells what a file is called."""
        self._folder = folder
        self._here = here
        self._uri = uri

    def meant_by(self, text: str) -> Meant:
        """Return what was meant; raises NobodyMeant."""
        place = ADDRESS.fullmatch(text)
        if place and (self._here / place[1]).is_file():
            return self._at(self._here / place[1], int(place[2]))
        if place and _looks_like_a_path(place[1]):
            raise NobodyMeant(f"нет такого файла: {place[1]}")
        return self._named(" ".join(normalize("NFC", text).split()))

    def _at(self, path: Path, line: int) -> Meant:
        document = read_feature(path, self._uri(path))
        if document.feature is None:
            return Meant((path,))
        if line > len(document.lines):
            raise NobodyMeant(f"в файле {document.uri} нет строки {line}, их {len(document.lines)}")
        nodes = nodes_at(document.gherkin_document, line)
        if not nodes:
            raise NobodyMeant(_between(document, line))
        return _meant(path, document, [one for one in document.pickles if nodes & set(one["astNodeIds"])])

    def _named(self, name: str) -> Meant:
        files = list(features_in(self._folder))
        likely = [path for path in files if blur(name) in blur(_text(path))]
        found = self._called(name, likely) or self._called(name, files)
        if found is None:
            raise NobodyMeant(self._nothing_called(name, files))
        return found

    def _called(self, name: str, files: Iterable[Path]) -> Meant | None:
        """Spelling as it is counts first; slips are undone only if nothing is spelled so."""
        exact, nearly = Meant(), Meant()
        for path, document in self._read(files):
            for pickle in document.pickles:
                names = names_of(document, pickle)
                if name in names:
                    exact |= _meant(path, document, [pickle])
                elif blur(name) in map(blur, names):
                    nearly |= _meant(path, document, [pickle])
        return next((each for each in (exact, nearly) if each.files), None)

    def _read(self, files: Iterable[Path]) -> Iterator[tuple[Path, FeatureDocument]]:
        for path in files:
            yield path, parse_feature(_text(path), self._uri(path))

    def _nothing_called(self, name: str, files: Sequence[Path]) -> str:
        if _looks_like_a_path(name):
            return f"нет такого файла или папки: {name}"
        known = {
            pickle["name"]: f"«{pickle['name']}» ({document.uri}:{document.line_of(pickle)})"
            for _, document in self._read(files)
            for pickle in document.pickles
        }
        ranked = sorted(known, key=lambda each: alike(name, each), reverse=True)[:SUGGESTED]
        near = [known[each] for each in ranked if alike(name, each) >= LIKE_ENOUGH]
        hint = f" Похожие: {'; '.join(near)}." if near else " Названия — в самих файлах и в отчёте."
        if " " in name:
            return f"сценария «{name}» нет.{hint}"
        return f"нет такого файла или папки: {name}, и сценария с таким названием нет.{hint}"


def features_in(folder: Path) -> Iterator[Path]:
    """Yield the features of a folder, in order, but for those in an environment of Python."""
    for path in sorted(folder.rglob("*.feature")):
        if path.is_file() and not {".venv", "site-packages"}.intersection(path.parts):
            yield path


def names_of(document: FeatureDocument, pickle: dict[str, Any]) -> list[str]:
    """Return every way to call a scenario: as written, filled, and with its row as terminal and reports show it."""
    cells = row(document.cells_of(pickle))
    filled, written = pickle["name"], document.scenario_of(pickle).node["name"]
    with_row = [f"{filled}[{cells}]", f"{filled} [{cells}]"] if cells else []
    return [" ".join(each.split()) for each in (filled, written, *with_row)]


def _meant(path: Path, document: FeatureDocument, pickles: Iterable[dict[str, Any]]) -> Meant:
    return Meant((path,), frozenset(map(document.identity_of, pickles)))


def _between(document: FeatureDocument, line: int) -> str:
    places = {document.line_of(pickle): pickle["name"] for pickle in document.pickles}
    told = f"{document.uri}:{line} — здесь нет сценария."
    if not places:
        return f"{told} В файле их нет вовсе."
    near = min(places, key=lambda each: abs(each - line))
    return f"{told} Ближайший: «{places[near]}», {document.uri}:{near}."


def _looks_like_a_path(text: str) -> bool:
    return text.lower().endswith(".feature") or bool(re.fullmatch(r"[\w.~-]*[/\\][\w./\\~-]*", text))


def _text(path: Path) -> str:
    try:
        return normalize("NFC", path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return ""
