"""Which scenario notices which defect of the product: what was tried, what was found, and how far that still holds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from pathlib import Path
from typing import Any, Self

from reports.record.folder import write_whole
from reports.record.naming import first_of
from reports.record.revision import CODE, DEFECTIVE, files

ROOT = Path(__file__).parents[2]
MATRIX = ROOT / "docs" / "defects.json"
DEFECTS = ROOT / "sim_server" / "defects"
CAPTION = "caption:"
NAMED_AT_MOST = 5


class Ending(StrEnum):
    """How a scenario ended on a product with a defect; the first of them says most."""

    CAUGHT = "caught"  # an assertion failed at a clause or a caption that the defect names
    ACCIDENT = "accident"  # an assertion failed, elsewhere
    CRASHED = "crashed"  # time ran out, something broke, or a «Дано» could not be carried out
    PASSED = "passed"


class State(StrEnum):
    """What is known of a defect after all that was tried."""

    CAUGHT = "caught"
    ACCIDENT = "accident"
    CRASHED = "crashed"
    SURVIVED = "survived"
    UNTOUCHED = "untouched"  # no scenario comes to its place


@dataclass(frozen=True)
class Defect:
    """A defect, or a harmless change, as the simulator tells of it; `fingerprint` differs when its file does."""

    id: str
    says: str
    kind: str = ""
    harmless: bool = False
    breaks: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    fingerprint: str = ""
    test: str = ""  # the protocol test that notices what no screen shows

    @classmethod
    def read(cls, told: Mapping[str, Any]) -> Self:
        """Return it from its JSON, which may tell more of it."""
        known = {each.name: told[each.name] for each in fields(cls)}
        return cls(**{**known, "breaks": tuple(told["breaks"]), "labels": tuple(told["labels"])})


@dataclass(frozen=True)
class Try:
    """A scenario, by its identity, carried out with a defect: how it ended, in which step, and in which words."""

    defect: str
    scenario: str
    ending: Ending
    line: int = 0
    step: str = ""
    words: str = ""

    @classmethod
    def read(cls, told: Mapping[str, Any]) -> Self:
        """Return it from its JSON."""
        return cls(**{**told, "ending": Ending(told["ending"])})


@dataclass(frozen=True)
class Row:
    """A defect with all that was tried with it; `touching` is how many scenarios come to its place."""

    defect: Defect
    touching: int
    tries: tuple[Try, ...] = ()

    def by(self, ending: Ending) -> list[Try]:
        """Return the tries that ended so."""
        return [one for one in self.tries if one.ending is ending]

    @property
    def state(self) -> State:
        """What is known of the defect."""
        for ending in (Ending.CAUGHT, Ending.ACCIDENT, Ending.CRASHED):
            if self.by(ending):
                return State(ending.value)
        return State.SURVIVED if self.touching or self.tries else State.UNTOUCHED


@dataclass(frozen=True)
class Made:
    """When and of what a matrix was made: the commit, what stands for features and defects, processor seconds."""

    commit: str
    date: str
    fingerprint: str
    seed: int
    whole: bool
    seconds: float = 0.0


@dataclass(frozen=True)
class Matrix:
    """Every defect with its row; `control` is what was tried on the product without a defect.

    `said` are the fingerprints of the scenarios, by which it is known which of them have changed since.
    """

    made: Made
    scenarios: tuple[str, ...]
    rows: tuple[Row, ...]
    control: tuple[Try, ...] = ()
    touched: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)

    @property
    def of_product(self) -> list[Row]:
        """The rows of what must be noticed."""
        return [row for row in self.rows if not row.defect.harmless]

    @property
    def harmless(self) -> list[Row]:
        """The rows of what nobody may notice."""
        return [row for row in self.rows if row.defect.harmless]

    def of(self, state: State) -> list[Row]:
        """Return the defects of the product of which this is known."""
        return [row for row in self.of_product if row.state is state]

    @property
    def false_alarms(self) -> list[Row]:
        """The harmless changes that somebody took for a finding."""
        return [row for row in self.harmless if row.state not in (State.SURVIVED, State.UNTOUCHED)]

    @property
    def proven(self) -> bool:
        """Whether each defect is noticed by an assertion of its own, no harmless change is, and nothing else fails."""
        all_caught = len(self.of(State.CAUGHT)) == len(self.of_product)
        return all_caught and not (self.false_alarms or self.false_findings)

    @property
    def false_findings(self) -> list[Try]:
        """What did not pass although there was no defect."""
        return [one for one in self.control if one.ending is not Ending.PASSED]

    @property
    def score(self) -> float:
        """The share of the defects that an assertion of their own notices, in percent; 0 where there are none."""
        return 100 * len(self.of(State.CAUGHT)) / len(self.of_product) if self.of_product else 0.0

    def lone(self) -> dict[str, list[str]]:
        """Return, for each scenario that alone notices something, what that is."""
        found: dict[str, list[str]] = {}
        for row in self.of_product:
            catchers = {one.scenario for one in row.by(Ending.CAUGHT)}
            if len(catchers) == 1:
                found.setdefault(catchers.pop(), []).append(row.defect.id)
        return found

    def caught_by(self) -> dict[str, frozenset[str]]:
        """Return what each scenario notices."""
        found: dict[str, set[str]] = {name: set() for name in self.scenarios}
        for row in self.of_product:
            for one in row.by(Ending.CAUGHT):
                found.setdefault(one.scenario, set()).add(row.defect.id)
        return {name: frozenset(ids) for name, ids in found.items()}

    def alike(self) -> list[tuple[str, ...]]:
        """Return the groups of scenarios that notice the very same, and something."""
        groups: dict[frozenset[str], list[str]] = {}
        for name, ids in self.caught_by().items():
            groups.setdefault(ids, []).append(name)
        return [tuple(names) for ids, names in groups.items() if ids and len(names) > 1]


def write_matrix(file: Path, matrix: Matrix) -> None:
    """Write the matrix: when and of what it was made, and then a line for each defect."""
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, _lines(matrix))


def _lines(matrix: Matrix) -> Iterator[str]:
    tests = [one.scenario for row in matrix.rows for one in row.tries if one.scenario == row.defect.test]
    names = [*dict.fromkeys([*matrix.scenarios, *tests])]
    numbers = {name: number for number, name in enumerate(names)}
    yield "{\n"
    for key, value in asdict(matrix.made).items():
        yield f'"{key}": {_json(value)},\n'
    yield from _listed("scenarios", map(_json, names), ",")
    yield f'"said": {_json([matrix.said.get(name, "") for name in matrix.scenarios])},\n'
    control = Row(Defect("", ""), len(matrix.control), matrix.control)
    yield f'"control": {_json(_row_told(control, numbers))},\n'
    yield f'"touched": {_json({name: _ranges(found) for name, found in sorted(matrix.touched.items())})},\n'
    yield from _listed("rows", (_json(_row_told(row, numbers)) for row in matrix.rows), "")
    yield "}\n"


def _listed(key: str, entries: Iterable[str], end: str) -> Iterator[str]:
    told = ",\n".join(entries)
    yield f'"{key}": [\n{told}\n]{end}\n'


def _row_told(row: Row, numbers: Mapping[str, int]) -> dict[str, Any]:
    tries = _told(row.tries, numbers)
    passed = _ranges([numbers[one.scenario] for one in row.by(Ending.PASSED)])
    return {"defect": asdict(row.defect), "touching": row.touching, "tries": tries, "passed": passed}


def _json(told: Any) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _told(tries: Iterable[Try], numbers: Mapping[str, int]) -> list[list[Any]]:
    failed = [one for one in tries if one.ending is not Ending.PASSED]
    return [[numbers[one.scenario], one.ending, one.line, one.step, one.words] for one in failed]


def _ranges(numbers: Sequence[int]) -> str:
    """Write numbers shortly: 0-3,7."""
    parts: list[list[int]] = []
    for number in sorted(numbers):
        if parts and number == parts[-1][-1] + 1:
            parts[-1][1:] = [number]
        else:
            parts.append([number])
    return ",".join("-".join(map(str, part)) for part in parts)


def _numbers(ranges: str) -> tuple[int, ...]:
    found: list[int] = []
    for part in filter(None, ranges.split(",")):
        first, _, last = part.partition("-")
        found += range(int(first), int(last or first) + 1)
    return tuple(found)


def read_matrix(file: Path = MATRIX) -> Matrix | None:
    """Return the matrix that was kept, None where none was."""
    if not file.exists():
        return None
    told = json.loads(file.read_text(encoding="utf-8"))
    names = tuple(told["scenarios"])
    return Matrix(
        Made(**{each.name: told[each.name] for each in fields(Made)}),
        names,
        tuple(_row(one, names) for one in told["rows"]),
        _row(told["control"], names).tries,
        {name: _numbers(ranges) for name, ranges in told["touched"].items()},
        dict(zip(names, told["said"], strict=False)),  # after the scenarios come tests
    )


def _row(told: Mapping[str, Any], names: Sequence[str]) -> Row:
    defect = Defect.read(told["defect"])
    passed = [Try(defect.id, names[number], Ending.PASSED) for number in _numbers(told["passed"])]
    return Row(defect, told["touching"], (*_tries(defect.id, told["tries"], names), *passed))


def _tries(defect: str, told: Iterable[Sequence[Any]], names: Sequence[str]) -> Iterator[Try]:
    for number, ending, line, step, words in told:
        yield Try(defect, names[number], Ending(ending), line, step, words)


def fingerprint(root: Path = ROOT) -> str:
    """What features and defects of the project are known by: another one as soon as any of them says something else."""
    return files(root, DEFECTIVE)


def code_fingerprint(root: Path = ROOT) -> str:
    """What everything else is known by that an ending depends on: steps, fixtures, and the simulator as it is."""
    product = [one.relative_to(root).as_posix() for one in sorted((root / "sim_server").iterdir())]
    return files(root, [*(name for name in CODE if name not in ("features", "sim_server")), *_sound(product)])


def _sound(product: Iterable[str]) -> Iterator[str]:
    return (name for name in product if not name.endswith(("/defects", "/__pycache__")))


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
    """Say why the matrix tells of something else than there is now, sentence by sentence; nothing where it does not."""
    now, then = defect_fingerprints(root / "sim_server" / "defects"), _fingerprints_of(matrix)
    new, gone = sorted(now.keys() - then.keys()), sorted(then.keys() - now.keys())
    changed = sorted(name for name in now.keys() & then.keys() if now[name] != then[name])
    differs = matrix.made.fingerprint != fingerprint(root)
    told = [
        ("Сценарии с тех пор изменились" if differs and now == then else ""),
        (f"Дефекты изменены: {first_of(changed, NAMED_AT_MOST)}" if changed else ""),
        (f"Дефекты новые, ещё не испытаны: {first_of(new, NAMED_AT_MOST)}" if new else ""),
        (f"Дефектов больше нет: {first_of(gone, NAMED_AT_MOST)}" if gone else ""),
    ]
    return [f"{one}." for one in told if one]


def _fingerprints_of(matrix: Matrix) -> dict[str, str]:
    defects = (row.defect for row in matrix.rows)
    return {one.id: one.fingerprint for one in defects if not one.id.startswith(CAPTION)}
