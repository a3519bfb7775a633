"""How far a matrix of defects still holds: whether it is of these scenarios, of these defects, and of this code."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reports.record.clauses import read_clause_file
from reports.record.kills import CAPTION, Matrix, Origin
from reports.record.naming import first_of, listed
from reports.record.revision import ROOT, deciding, files

DEFECTS = ROOT / "sim_server" / "defects"
NAMED_AT_MOST = 5
COMMIT_SHOWN = 10
ADDRESS = "://"
# In a sentence about the code of something.
CODE_OF = {
    "steps": "шагов",
    "sim_server": "симулятора",
    "fixtures": "обвязки",
    "requirements.lock": "зависимостей",
}


@dataclass(frozen=True)
class OtherCode:
    """What of a matrix was tried with other code: so many of its defects, the oldest of it, and what has changed since.

    Where nobody noted the code, no part of it is named.
    """

    defects: int
    of: int
    oldest: Origin
    parts: tuple[str, ...]

    def days(self, today: date) -> int:
        """Return how old the oldest of it is."""
        return (today - date.fromisoformat(self.oldest.date)).days

    @property
    def told(self) -> str:
        """What there is to say of it, for the middle of a Russian sentence."""
        commit = (
            f"коммита {self.oldest.commit[:COMMIT_SHOWN]}" if self.oldest.commit else "неизвестного коммита"
        )
        since = f"от {commit} ({date.fromisoformat(self.oldest.date):%d.%m.%Y})"
        changed = (
            f"код {listed(self.parts)} с тех пор менялся" if self.parts else "с каким кодом, не записано"
        )
        if self.defects == self.of:
            return f"итог {since}: {changed}"
        what = (
            f"испытано раньше: {self.defects} из {self.of}" if self.defects else "безвредное испытано раньше"
        )
        return f"{what}, самое давнее — {since}: {changed}"

    def __str__(self) -> str:
        """Say it as a sentence of its own."""
        return f"{self.told[0].upper()}{self.told[1:]}."


def other_code(matrix: Matrix, root: Path = ROOT) -> OtherCode | None:
    """Return what of the matrix was tried with other code than there is now; None if nothing was."""
    now = deciding(root)
    origins = [(row, row.origin or matrix.made.origin) for row in matrix.rows]
    old = [origin for _, origin in origins if origin.code != now]
    if not old:
        return None
    defects = sum(origin.code != now for row, origin in origins if not row.defect.harmless)
    changed = {part for one in old for part in now if one.code and one.code.get(part) != now[part]}
    parts = tuple(CODE_OF[part] for part in now if part in changed) if all(one.code for one in old) else ()
    return OtherCode(defects, len(matrix.of_product), min(old, key=lambda one: one.date), parts)


def fingerprint(root: Path = ROOT) -> str:
    """What the features are known by: another one as soon as any of them says something else."""
    return files(root, ["features"])


def captions(labels: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Return each caption that any of these clauses names, with the clauses; an address is none."""
    found: dict[str, list[str]] = {}
    for clause, named in sorted(labels.items()):
        for label in named:
            if ADDRESS not in label:
                found.setdefault(label, []).append(clause)
    return {label: tuple(clauses) for label, clauses in sorted(found.items())}


def caption_fingerprint(clauses: Iterable[str]) -> str:
    """What the defect of a caption is known by: the clauses that name it."""
    return hashlib.sha256(" ".join(clauses).encode()).hexdigest()[:12]


def _caption_fingerprints(folder: Path) -> dict[str, str]:
    files = (read_clause_file(path) for path in sorted(folder.glob("*.toml")))
    named = {clause.id: clause.named for one in files for clause in one.clause}
    return {CAPTION + label: caption_fingerprint(clauses) for label, clauses in captions(named).items()}


def defect_fingerprints(folder: Path = DEFECTS) -> dict[str, str]:
    """What each defect that has a file is known by; the simulator says the same of them."""
    shared = {file.stem.encode(): file.read_bytes() for file in sorted((folder / "named").glob("_[!_]*.py"))}
    found = {}
    for file in [file for part in ("named", "harmless") for file in (folder / part).rglob("[!_]*.py")]:
        said = file.read_bytes()
        told = b"".join([said, *(text for name, text in shared.items() if name in said)])
        found[file.stem] = hashlib.sha256(told).hexdigest()[:12]
    return found


def staleness(matrix: Matrix, root: Path = ROOT) -> list[str]:
    """Say why the matrix is not of the scenarios and defects that there are now, sentence by sentence."""
    now = {
        **defect_fingerprints(root / "sim_server" / "defects"),
        **_caption_fingerprints(root / "fixtures" / "instructions"),
    }
    then = {row.defect.id: row.defect.fingerprint for row in matrix.rows}
    changed = sorted(name for name in now.keys() & then.keys() if now[name] != then[name])
    told = [
        "Сценарии с тех пор изменились" if matrix.made.fingerprint != fingerprint(root) else "",
        _named("Дефекты изменены", changed),
        _named("Дефекты новые, ещё не испытаны", now.keys() - then.keys()),
        _named("Дефектов больше нет", then.keys() - now.keys()),
    ]
    return [f"{one}." for one in told if one]


def _named(what: str, names: Iterable[str]) -> str:
    found = sorted(names)
    return f"{what}: {first_of(found, NAMED_AT_MOST)}" if found else ""
