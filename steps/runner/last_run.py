"""What the last run found wrong, read from its record: the choice of `--failed`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reports.record.folder import Folder
from reports.record.messages import read
from reports.record.run import Run, read_run
from reports.record.status import ENDED_BADLY
from steps.language.reading import read_feature


class NoRecord(Exception):
    """There is no record of a run; the message is Russian."""


@dataclass(frozen=True)
class Unfinished:
    """What did not pass: files to read, identities of scenarios in them, and what is no longer there by name."""

    files: tuple[Path, ...]
    identities: frozenset[str]
    gone: tuple[str, ...]


def unfinished(folder: Path, root: Path, uri: Callable[[Path], str]) -> Unfinished:
    """Return what of the run recorded in a folder did not pass; raises NoRecord."""
    run = _recorded(folder)
    bad = [one.place for one in run.scenarios if one.status in ENDED_BADLY]
    paths = dict.fromkeys(root / name for name in [*(one.uri for one in bad), *(p.uri for p in run.problems)])
    files = tuple(path for path in paths if path.is_file())
    present = {known for path in files for known in _identities(path, uri(path))}
    gone = tuple(f"{one.title} ({one.uri})" for one in bad if one.identity not in present)
    return Unfinished(files, frozenset(one.identity for one in bad) & present, gone)


def _recorded(folder: Path) -> Run:
    stream = Folder(folder, "").stream
    try:
        return read_run(read(stream))
    except FileNotFoundError:
        raise NoRecord(f"повторять нечего: записей прошлого прогона нет ({stream.as_posix()})") from None
    except (OSError, ValueError, KeyError) as error:
        raise NoRecord(f"записи прошлого прогона не читаются ({stream.as_posix()}): {error}") from error


def _identities(path: Path, uri: str) -> list[str]:
    document = read_feature(path, uri)
    return [document.identity_of(pickle) for pickle in document.pickles]
