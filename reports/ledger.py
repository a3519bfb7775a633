"""What people have said of a finding: how they decided on it, and what they saw on the real system."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reports.record.knowledge import FRESH_DAYS, LEDGER, Decision, Known, Source, as_json
from reports.russian import day

SIDES = {Decision.DOCUMENT: "прав документ", Decision.SYSTEM: "права система", Decision.LATER: "позже"}
# What a person saw: its sign, and its words before day and place.
SEEN = {
    "confirmed": ("☑", "видел человек"),
    "differs": ("☒", "видел человек: не так"),
    "unchecked": ("☐", "человек не дошёл"),
}
AS_SAID = (
    "confirmed",
    "ceased",
)  # the system does what the document says; «ceased» is a difference that is gone
UNDECIDED = ("unchecked", "uncheckable", "outdated")  # verdicts that say nothing of document and system
# And those that leave nothing to decide: a changed sentence is read and confirmed first.
QUIET = ("confirmed", "unchecked", "uncheckable", "outdated")


@dataclass(frozen=True)
class Matter:
    """Something to decide on: a difference that was found, the decision on it, and one on what it was before."""

    known: Known
    decision: Known | None = None
    former: Known | None = None

    @property
    def is_open(self) -> bool:
        """Whether nobody has said yet who is right."""
        return self.decision is None or self.decision.decision is Decision.LATER

    @property
    def as_json(self) -> str:
        """The matter as a page hands it back with a decision."""
        return json.dumps(as_json(self.known), ensure_ascii=False)


@dataclass(frozen=True)
class Walked:
    """What a person saw of a clause, beside what the run says of it today; `agrees` is None where one says nothing."""

    known: Known
    days: int
    agrees: bool | None
    is_of_this_sentence: bool

    @property
    def is_old(self) -> bool:
        """Whether it is to be looked at again."""
        return self.days > FRESH_DAYS

    @property
    def counts(self) -> bool:
        """Whether it still says something of the clause as it is."""
        return self.is_of_this_sentence and not self.is_old


@dataclass(frozen=True)
class Word:
    """All that people have said of one clause; `kept` is a decision on what now is nothing to decide on."""

    matters: tuple[Matter, ...] = ()
    walks: tuple[Walked, ...] = ()
    kept: Known | None = None

    def __str__(self) -> str:
        saw = [
            f"{SEEN[one.known.verdict][1]}, {day(one.known.date)}, {one.known.place}" for one in self.walks
        ]
        return "; ".join(saw + [_decided(one.decision) for one in self.matters if one.decision])

    @property
    def is_walked(self) -> bool:
        """Whether a person saw it: who did not get there has seen nothing of it."""
        return any(one.known.verdict != "unchecked" for one in self.walks)

    @property
    def is_disputed(self) -> bool:
        """Whether a person saw something else than the run."""
        return any(one.agrees is False and one.counts for one in self.walks)

    @property
    def state(self) -> str:
        """What a reader may choose by: «open» or «decided», empty where there is nothing to decide."""
        if not self.matters:
            return ""
        return "open" if any(one.is_open for one in self.matters) else "decided"


class Ledger:
    """The records of people by the clause that they speak of; of several about one thing the latest counts."""

    def __init__(self, records: Iterable[Known] = (), today: date | None = None) -> None:
        """Take what has been kept; ages are counted up to a day, by default the day it is."""
        self.today = today or date.today()  # the reader's own day: what they wrote has it too
        self._of: dict[str, list[Known]] = {}
        for record in sorted(records, key=lambda one: one.date):
            if record.source is Source.PERSON:
                self._of.setdefault(record.clause, []).append(record)

    @property
    def decisions(self) -> str:
        """All decisions as a page compares them with those that its browser keeps, the latest last."""
        decided = (one for said in self._of.values() for one in said if one.decision)
        return json.dumps([as_json(one) for one in decided], ensure_ascii=False)

    def word(self, found: Known) -> Word:
        """Return what people said of what was found."""
        said = self._of.get(found.clause, [])
        decisions = [one for one in said if one.decision]
        walks = _latest(one for one in said if not one.decision)
        matters = tuple(_matter(one, decisions) for one in (found, *walks) if one.verdict not in QUIET)
        walked = tuple(self._walked(one, found) for one in walks)
        return Word(matters, walked, decisions[-1] if decisions and not matters else None)

    def unknown(self, clauses: Iterable[str]) -> list[str]:
        """Return the clauses that records speak of and that are no longer there."""
        return sorted(self._of.keys() - set(clauses))

    def _walked(self, one: Known, found: Known) -> Walked:
        silent = {one.verdict, found.verdict}.intersection(UNDECIDED)
        agrees = None if silent else (one.verdict in AS_SAID) == (found.verdict in AS_SAID)
        return Walked(one, one.days(self.today), agrees, one.sentences == found.sentences)


def _decided(one: Known) -> str:
    if one.decision is None or one.decision is Decision.LATER:
        return f"отложено {day(one.date)}"
    return f"решено {day(one.date)}: {SIDES[one.decision]}"


def _latest(records: Iterable[Known]) -> list[Known]:
    """Return the last word of each place and role."""
    return list({(one.place, one.role): one for one in records}.values())


def _matter(known: Known, decisions: Sequence[Known]) -> Matter:
    here = [one for one in decisions if one.place == known.place]
    same = [one for one in here if one.same_matter(known)]
    return Matter(known, same[-1] if same else None, here[-1] if here and not same else None)


def add_ledger_option(parser: argparse.ArgumentParser) -> None:
    """Let a command say where the records of people are kept."""
    parser.add_argument(
        "--known",
        type=Path,
        default=LEDGER,
        metavar="ФАЙЛ",
        help="где хранятся решения и обходы, иначе fixtures/known.ndjson",
    )
