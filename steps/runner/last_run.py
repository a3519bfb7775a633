"""What the last run found wrong, read from its record: the choice of `--failed`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reports.record.status import ENDED_BADLY
from reports.record.stored import read_record
from steps.language.reading import read_feature


@dataclass(frozen=True)
class Unfinished:
    """What did not pass: files to read, identities of scenarios in them, and what is no longer there by name."""

    files: tuple[Path, ...]
    identities: frozenset[str]
    gone: tuple[str, ...]


def unfinished(folder: Path, root: Path, uri: Callable[[Path], str]) -> Unfinished:
    """Return what of the run recorded in a folder did not pass; raises RecordUnreadable."""
    run = read_record(folder)
    bad = [one.place for one in run.scenarios if one.status in ENDED_BADLY]
    paths = dict.fromkeys(root / name for name in [*(one.uri for one in bad), *(p.uri for p in run.problems)])
    files = tuple(path for path in paths if path.is_file())
    present = {known for path in files for known in _identities(path, uri(path))}
    gone = tuple(f"{one.title} ({one.uri})" for one in bad if one.identity not in present)
    return Unfinished(files, frozenset(one.identity for one in bad) & present, gone)


def _identities(path: Path, uri: str) -> list[str]:
    document = read_feature(path, uri)
    return [document.identity_of(pickle) for pickle in document.pickles]
