"""Which scenario notices which defect of the product: what was tried, with which code, and what was found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any, Self

CAPTION = "caption:"


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
class Origin:
    """With which code something was tried: the commit, the day, what stood for each part; empty where nobody knows."""

    commit: str
    date: str
    code: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Try:
    """A scenario, by its identity, carried out with a defect: how it ended, in which step, and in which words.

    It has an `origin` if that was with other code than the matrix was made of.
    """

    defect: str
    scenario: str
    ending: Ending
    line: int = 0
    step: str = ""
    words: str = ""
    origin: Origin | None = None

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

    @property
    def origin(self) -> Origin | None:
        """With which code the oldest of it was tried, if that was another than the matrix was made of."""
        return oldest(self.tries)


def oldest(tries: Iterable[Try]) -> Origin | None:
    """Return with which code the oldest of these was tried; None if all were with that of their matrix."""
    return min((one.origin for one in tries if one.origin), key=lambda origin: origin.date, default=None)


@dataclass(frozen=True)
class Made:
    """When and of what a matrix was made: the commit, what stands for the features, the code, processor seconds."""

    commit: str
    date: str
    fingerprint: str
    seed: int
    whole: bool
    seconds: float = 0.0
    code: Mapping[str, str] = field(default_factory=dict)

    @property
    def origin(self) -> Origin:
        """With which code everything was tried that has no other origin."""
        return Origin(self.commit, self.date, self.code)


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
