"""Of which code a run was: the commit, where git knows it, and a fingerprint of the files themselves."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

CODE = ("features", "fixtures", "sim_server", "steps", "conftest.py", "requirements.lock")
DEFECTIVE = ("features", "sim_server/defects")  # what a result about planted defects depends on
_LENGTH = 16


@dataclass(frozen=True)
class Revision:
    """The commit, empty where git or its folder is missing, and what stands for the files as they are."""

    commit: str
    code: str


def revision(root: Path) -> Revision:
    """Return of which code the project in this folder is now, with what nobody has committed."""
    return Revision(commit(root), files(root, CODE))


def files(root: Path, names: Sequence[str]) -> str:
    """Return what stands for these files and folders of the project as they are now."""
    told = hashlib.sha256()
    for path in _files(root, names):
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
