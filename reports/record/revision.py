"""Of which code something was: the commit, where git knows it, and fingerprints of the files themselves."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = ("features", "fixtures", "sim_server", "steps", "conftest.py", "requirements.lock")
# What decides how a scenario ends, part by part; the scenario itself is known by its own words.
DECIDING = {
    "steps": ("steps", "conftest.py", "reports/record/marks.py", "reports/record/outline.py"),
    "sim_server": ("sim_server",),
    "fixtures": ("fixtures",),
    "requirements.lock": ("requirements.lock",),
}
# What lies there and decides nothing: what scenarios are written and looked through with, what is only shown, what runs
# and people write down, and the defects and captions that are tried, each of which is known by itself.
ASIDE = (
    "steps/catalogue",
    "steps/checkup.py",
    "steps/draft",
    "steps/editor",
    "steps/lint",
    "steps/observing",
    "steps/recording",
    "steps/scaffold",
    "sim_server/defects/harmless",
    "sim_server/defects/named",
    "sim_server/new_site",
    "sim_server/showing",
    "sim_server/wild",
    "fixtures/durations.json",
    "fixtures/instructions",
    "fixtures/known.ndjson",
    "fixtures/releases.ndjson",
    "fixtures/survey",
)
_PROSE = ".md"
_LENGTH = 16


@dataclass(frozen=True)
class Revision:
    """The commit, empty where git or its folder is missing, and what stands for the files as they are."""

    commit: str
    code: str


def revision(root: Path) -> Revision:
    """Return of which code the project in this folder is now, with what nobody has committed."""
    return Revision(commit(root), files(root, CODE))


def deciding(root: Path = ROOT) -> dict[str, str]:
    """Return what stands for each part of the code that decides how a scenario ends, as it is now."""
    aside = tuple(root / name for name in ASIDE)
    return {
        part: _fingerprint(root, (path for path in _files(root, names) if _decides(path, aside)))
        for part, names in DECIDING.items()
    }


def _decides(path: Path, aside: Sequence[Path]) -> bool:
    return path.suffix != _PROSE and path not in aside and not any(one in aside for one in path.parents)


def files(root: Path, names: Sequence[str]) -> str:
    """Return what stands for these files and folders of the project as they are now."""
    return _fingerprint(root, _files(root, names))


def _fingerprint(root: Path, paths: Iterable[Path]) -> str:
    told = hashlib.sha256()
    for path in paths:
        told.update(path.relative_to(root).as_posix().encode("utf-8", "surrogateescape") + b"\0")
        told.update(hashlib.sha256(path.read_bytes()).digest())
    return told.hexdigest()[:_LENGTH]


def commit(root: Path) -> str:
    """Return the commit that is checked out, nothing where nobody knows it."""
    git = shutil.which("git")
    if git is None:
        return ""
    asked = subprocess.run(  # noqa: S603 - a fixed question
        [git, "-C", root, "rev-parse", "HEAD"], capture_output=True, text=True, check=False
    )
    return asked.stdout.strip() if asked.returncode == 0 else ""


def _files(root: Path, names: Sequence[str]) -> Iterator[Path]:
    for name in names:
        place = root / name
        found = sorted(place.rglob("*")) if place.is_dir() else [place]
        yield from (path for path in found if path.is_file() and "__pycache__" not in path.parts)
