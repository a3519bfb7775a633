"""Finds the features that were asked for and reads their bytes."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from steps.lint.linting import Source
from steps.runner.whereabouts import is_feature, shown

PASSED_OVER = ("__pycache__", ".git", "node_modules")


class NothingThere(Exception):
    """A path leads nowhere; the message is Russian."""


def sources(paths: Sequence[Path], root: Path) -> list[Source]:
    """Return the features in these files and folders, each once, in the order of their names; raises NothingThere."""
    files = {file.resolve(): file for path in paths for file in _features_in(path)}
    return [_source(file, root) for file in sorted(files)]


def _features_in(path: Path) -> Iterator[Path]:
    if not path.exists():
        raise NothingThere(f"нет такого файла или папки: {path}")
    if not path.is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = [each for each in folders if not _is_passed_over(Path(folder, each))]
        yield from (Path(folder, name) for name in names if is_feature(Path(name)))


def _is_passed_over(folder: Path) -> bool:
    return folder.name in PASSED_OVER or (folder / "pyvenv.cfg").is_file()


def _source(file: Path, root: Path) -> Source:
    uri = shown(file, root)
    try:
        return Source(uri, file.read_bytes(), file)
    except OSError as error:
        told = f"файл не прочитать: {error.strerror}. Проверьте, чей он и кому можно его читать."
        return Source(uri, b"", file, told)
