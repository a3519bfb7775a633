"""Bundles of others are what was published, each with its licence, and the read-me names every one."""

import hashlib
from pathlib import Path

import reports

BUNDLES = Path(reports.__file__).parent / "bundles"


def test_files_are_as_they_were_published_and_none_is_unknown() -> None:
    sums = dict(
        reversed(line.split(maxsplit=1))
        for line in (BUNDLES / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    )
    found = {path.relative_to(BUNDLES).as_posix(): path for path in BUNDLES.glob("*/*")}
    assert {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in found.items()} == sums


def test_every_bundle_has_a_licence_and_a_line_in_the_read_me() -> None:
    told = (BUNDLES / "README.md").read_text(encoding="utf-8")
    folders = [path for path in BUNDLES.iterdir() if path.is_dir()]
    assert folders
    for folder in folders:
        assert (folder / "LICENSE").stat().st_size > 500
        assert f"| `{folder.name}/` |" in told
