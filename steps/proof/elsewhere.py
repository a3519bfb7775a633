"""A few defects tried behind the second face: what is found more easily there must not make a broken page pass."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from pydantic.dataclasses import dataclass as checked

from fixtures.product import Product
from reports.record.tables import TABLE, Text, read_tables
from steps.proof.trying import Ended, carry_out
from steps.runner.items import ScenarioItem

STAND = "wild"
FILE = Path(__file__).with_name("sample.toml")
A_DAY = 1  # as many does `test` try there: each costs what five do on the usual face
CAUGHT, ELSEWHERE, PASSED, SKIPPED = "замечен", "не тем шагом", "НЕ ЗАМЕЧЕН", "сценарий пропущен"


@checked(frozen=True, config=TABLE)
class Sample:
    """A defect, the scenario that must notice it, and the sentence at which it does."""

    defect: Text
    scenario: Text
    feature: Text
    at: Text

    def is_of(self, item: ScenarioItem) -> bool:
        """Whether this is the scenario; of an outline the first row will do."""
        here = item.path.relative_to(item.config.rootpath).as_posix()
        return here == self.feature and item.pickle["name"] == self.scenario


@checked(frozen=True, config=TABLE)
class _File:
    sample: tuple[Sample, ...]


def samples(file: Path = FILE) -> tuple[Sample, ...]:
    """All that is to be noticed there; raises TableUnsound."""
    return read_tables(file, _File).sample


def of_the_day(all_of_them: Sequence[Sample], day: datetime.date, number: int = A_DAY) -> list[Sample]:
    """So many of them, others each day."""
    return sorted(all_of_them, key=lambda one: sha256(f"{day}/{one.defect}".encode()).digest())[:number]


class ScenarioGone(LookupError):
    """A scenario of the list is no more; the message is Russian."""


@dataclass
class Elsewhere:
    """Tries each of them on the one simulator that has all their defects, and knows how it went."""

    wanted: Sequence[Sample]
    say: Callable[[str], None]
    noticed: list[Sample] = field(default_factory=list)

    @property
    def options(self) -> list[str]:
        """What the session has to be told: the stand, and what its simulator shall do wrong."""
        return [f"--stand={STAND}", *(f"--defect={one.defect}" for one in self.wanted)]

    @property
    def paths(self) -> list[str]:
        """The features that are needed."""
        return [*dict.fromkeys(one.feature for one in self.wanted)]

    def work(self, items: Sequence[ScenarioItem], _control: object) -> None:
        """Try them one after the other."""
        for one in self.wanted:
            item = next((each for each in items if one.is_of(each)), None)
            if item is None:
                raise ScenarioGone(f"{FILE.name}: в {one.feature} нет сценария «{one.scenario}»")
            self.tell(one, carry_out(item, Product()))

    def tell(self, one: Sample, ended: Ended) -> None:
        """Say how one of them ended."""
        how = how_it_ended(one, ended)
        self.say(f"{how:<12}  {one.defect}  ←  {one.feature}:{ended.line}")
        if how == CAUGHT:
            self.noticed.append(one)
        else:
            self.say(f"    должен не пройти шаг «{one.at}»; {ended.step or ended.verdict}: {ended.words}")

    def conclude(self) -> bool:
        """Say the verdict, and whether all were noticed."""
        seen, wanted = len(self.noticed), len(self.wanted)
        self.say(f"За страницами второго лица сценарии замечают дефектов: {seen} из {wanted}.")
        return seen == wanted


def how_it_ended(one: Sample, ended: Ended) -> str:
    """In a word: noticed is only what fails at its own step by what is seen there."""
    if ended.verdict == "skipped":
        return SKIPPED
    if ended.verdict == "passed":
        return PASSED
    return CAUGHT if ended.verdict == "failed" and ended.step == one.at else ELSEWHERE
