"""Which defects there are: a file is one, by its name; and one for every caption, which has no file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import import_module
from pathlib import Path

from sim_server.defects.captions import caption_defect
from sim_server.defects.defect import Defect, Harmless
from sim_server.words import refusal

HERE = Path(__file__).parent
FOLDERS = ("named", "harmless")
CAPTION = "caption:"


class DefectUnknown(LookupError):
    """There is no such defect; the message is Russian."""


@dataclass(frozen=True)
class ListedDefect:
    """A defect of a file, or a harmless change, with its id."""

    id: str
    what: Defect | Harmless
    fingerprint: str

    @property
    def is_harmless(self) -> bool:
        """Whether nobody may call it a finding."""
        return isinstance(self.what, Harmless)


def find(name: str) -> Defect | Harmless:
    """The defect of that id; raises DefectUnknown."""
    if name.startswith(CAPTION) and name != CAPTION:
        return caption_defect(name.removeprefix(CAPTION))
    files = defect_files()
    if name not in files:
        raise DefectUnknown(f"Дефекта «{name}» симулятор не знает: {refusal(name, sorted(files))}")
    return _read(files[name])


def known() -> Sequence[ListedDefect]:
    """Everything that has a file, in the order of the ids."""
    return [
        ListedDefect(name, _read(file), _fingerprint(file)) for name, file in sorted(defect_files().items())
    ]


def defect_files() -> dict[str, Path]:
    """The file of each, by its id."""
    files: dict[str, Path] = {}
    for folder in FOLDERS:
        for file in sorted((HERE / folder).rglob("[!_]*.py")):
            if file.stem in files:
                raise ValueError(f"{file} and {files[file.stem]} are called the same")
            files[file.stem] = file
    return files


@cache
def _fingerprint(file: Path) -> str:
    """What the file is known by, together with what it shares with others: files beside the areas, named with a _."""
    said = file.read_bytes()
    shared = [one for one in sorted((HERE / "named").glob("_[!_]*.py")) if one.stem.encode() in said]
    return sha256(b"".join([said, *(one.read_bytes() for one in shared)])).hexdigest()[:12]


@cache
def _read(file: Path) -> Defect | Harmless:
    """What the file says; read when it is first asked for, and then the same for ever."""
    module = import_module(".".join((__package__ or "", *file.relative_to(HERE).with_suffix("").parts)))
    found: Defect | Harmless = module.DEFECT if hasattr(module, "DEFECT") else module.HARMLESS
    return found
