"""What has been tried so far, try by try, so that a broken-off proof goes on where it stopped."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from reports.record.kills import Defect, Ending, Matrix, Try, oldest
from reports.record.outline import spoken
from steps.runner.items import ScenarioItem

PATTERN = "tries*.ndjson"
HARMLESS = "harmless"  # all harmless changes at once
CONTROL = "control"  # no defect at all


def fingerprint_of(item: ScenarioItem) -> str:
    """What a scenario is known by: another one as soon as it says something else, wherever it stands."""
    said = [[step["keyword"], spoken(step), step["clauses"]] for step in item.steps]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Touches:
    """Which defects the world of a scenario could have shown, of those that were asked for."""

    defects: frozenset[str]
    asked: frozenset[str]


class Notebook:
    """The tries that were noted in a folder, whoever made them, for scenarios and defects as they are now."""

    def __init__(
        self,
        folder: Path,
        name: str,
        scenarios: Mapping[str, str],
        defects: Iterable[Defect],
        code: Mapping[str, str],
    ) -> None:
        """Open it, to write in the file of that name; `scenarios` are the fingerprints of all, by identity.

        What was tried of something else, or with other code, counts no more.
        """
        self._file = folder / name
        listed = list(defects)
        changes = sorted(one.fingerprint for one in listed if one.harmless)
        self._now = {one.id: one.fingerprint for one in listed} | {HARMLESS: ".".join(changes), CONTROL: ""}
        self._scenarios = scenarios
        self._code = code
        self.tries: dict[str, dict[str, Try]] = {}
        self.touched: dict[str, Touches] = {}
        self._asked: frozenset[str] = frozenset()
        folder.mkdir(parents=True, exist_ok=True)
        for file in sorted(filter(Path.exists, {*folder.glob(PATTERN), self._file})):
            for told in _lines_of(file):
                self._take(told)
            self._asked = frozenset()

    def note(self, one: Try, touched: Iterable[str] | None = None) -> None:
        """Write a try down at once; and of which defects its world could have shown."""
        tried_of = [self._scenarios[one.scenario], self._now[one.defect], self._code]
        told = {"is": tried_of, **asdict(replace(one, origin=None))}
        if touched is not None:
            told["touched"] = sorted(touched)
        self._write(told)

    def remember(self, kept: Matrix) -> None:
        """Take over what a kept result says of scenarios and defects that are still what they were.

        What was tried with other code than there is now says so from then on.
        """
        same = {name for name, said in kept.said.items() if self._scenarios.get(name) == said}
        rows = [row for row in kept.rows if self._now.get(row.defect.id) == row.defect.fingerprint]
        tried = [one for row in rows for one in row.tries if one.scenario in same]
        for one in (*tried, *(replace(one, defect=CONTROL) for one in kept.control if one.scenario in same)):
            self.tries.setdefault(one.defect, {}).setdefault(one.scenario, self._dated(one, kept))
        if all(row in rows for row in kept.harmless):
            self._remember_harmless(kept, same)
            self._remember_touched(kept, same, frozenset(row.defect.id for row in rows))

    def _dated(self, one: Try, kept: Matrix) -> Try:
        origin = one.origin or kept.made.origin
        return replace(one, origin=None if origin.code == self._code else origin)

    def _remember_harmless(self, kept: Matrix, same: Iterable[str]) -> None:
        """Who was tried with each harmless change needs not be tried with all of them."""
        tried: dict[str, list[Try]] = {name: [] for name in same}
        for one in (one for row in kept.harmless for one in row.tries if one.scenario in tried):
            tried[one.scenario].append(self._dated(one, kept))
        for name, found in tried.items():
            if len(found) == len(kept.harmless):
                passed = Try(HARMLESS, name, Ending.PASSED, origin=oldest(found))
                self.tries.setdefault(HARMLESS, {}).setdefault(name, passed)

    def _remember_touched(self, kept: Matrix, same: Iterable[str], known: frozenset[str]) -> None:
        asked = known.intersection(kept.touched)
        come: dict[str, set[str]] = {name: set() for name in same}
        for defect in asked:
            for number in kept.touched[defect]:
                come.get(kept.scenarios[number], set()).add(defect)
        for name, defects in come.items():
            self.touched.setdefault(name, Touches(frozenset(defects), asked))

    def note_asked(self, defects: Iterable[str]) -> None:
        """Write down of which defects it will be noted whether a world could have shown them."""
        if self._asked != (asked := frozenset(defects)):
            self._write({"asked": sorted(asked)})

    def _write(self, told: dict[str, Any]) -> None:
        with self._file.open("a", encoding="utf-8", newline="\n") as file:
            file.write(json.dumps(told, ensure_ascii=False) + "\n")
        self._take(told)

    def of(self, defect: str) -> Mapping[str, Try]:
        """Return what was tried with that defect, by scenario."""
        return self.tries.get(defect, {})

    def _take(self, told: dict[str, Any]) -> None:
        if "asked" in told:
            self._asked = frozenset(told["asked"])
            return
        of = [self._scenarios.get(told["scenario"]), self._now.get(told["defect"]), self._code]
        tried_of, touched = told.pop("is"), told.pop("touched", None)
        one = Try.read(told)
        if tried_of == of:
            self.tries.setdefault(one.defect, {})[one.scenario] = one
            if touched is not None:
                self.touched[one.scenario] = Touches(frozenset(touched), self._asked)

    @property
    def reached(self) -> dict[str, set[str]] | None:
        """The scenarios that come to each defect that was asked for in all of them; None before all have been noted."""
        if len(self.touched) < len(self._scenarios):
            return None
        asked = frozenset.intersection(*(one.asked for one in self.touched.values()))
        return {
            defect: {name for name, one in self.touched.items() if defect in one.defects} for defect in asked
        }


def _lines_of(file: Path) -> Iterator[dict[str, Any]]:
    for line in file.read_text(encoding="utf-8").splitlines():
        try:
            yield json.loads(line)
        except json.JSONDecodeError:
            continue  # the last line of a proof that was killed
