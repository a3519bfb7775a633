"""The last word on each clause on each stand, where several runs are told together; what is known of reality leads."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from reports.coverage import FOUND, TELLING, Verdict
from reports.ledger import AS_SAID
from reports.record.knowledge import OPERATOR, Known, Source


@dataclass(frozen=True)
class Standing:
    """The last word on a clause on one stand. `is_of_this_sentence`: the source has said the same since then."""

    known: Known
    days: int
    is_old: bool
    is_of_this_sentence: bool

    @property
    def verdict(self) -> Verdict:
        """What it is worth today."""
        if not self.is_of_this_sentence:
            return Verdict.OUTDATED
        return Verdict.STALE if self.is_old else Verdict(self.known.verdict)

    @property
    def counts(self) -> bool:
        """Whether it still says something of the clause as it is."""
        return self.verdict in TELLING

    @property
    def is_as_said(self) -> bool:
        """Whether the system did what the clause says."""
        return self.known.verdict in AS_SAID


@dataclass(frozen=True)
class StandSummary:
    """What is known of all clauses on one stand, on which days it was found out, and in which roles."""

    stand: str
    place: str
    live: bool
    first: date
    last: date
    roles: tuple[str, ...]
    counts: Mapping[Verdict, int]


class Standings:
    """Records of runs by clause and stand; of one stand the last day counts, and of one day the worst verdict."""

    def __init__(self, records: Iterable[Known], today: Mapping[str, Known], day: date) -> None:
        """Take records of runs; `today` is each clause as it is now, `day` the day up to which ages are counted."""
        self._today = today
        told = [one for one in records if one.source is Source.RUN]
        stands = {one.place: one.stand for one in told if one.stand}  # an older record tells its place alone
        named = [(one.stand or stands.get(one.place, one.place), one) for one in told]
        self.places = dict.fromkeys(stand for stand, _ in sorted(named, key=lambda one: not one[1].live))
        self._of = {
            (stand, clause): self._standing([one for _, one in each], day)
            for (stand, clause), each in groupby(sorted(named, key=_group), key=_group)
            if clause in today
        }

    def of(self, clause: str) -> list[Standing]:
        """Return the last word of each stand that has one on the clause, the real system first."""
        found = (self._of.get((stand, clause)) for stand in self.places)
        return [one for one in found if one is not None]

    def elsewhere(self, clause: str) -> list[Standing]:
        """Return those words that are not just what the run itself says today."""
        return [one for one in self.of(clause) if one.known != self._today[clause]]

    def is_otherwise(self, clause: str) -> bool:
        """Whether another stand has shown something else than the clause says, or than this run has shown."""
        there = [one for one in self.elsewhere(clause) if one.counts]
        found = any(one.verdict in FOUND for one in there)
        return found or len({one.is_as_said for one in self.of(clause) if one.counts}) > 1 and bool(there)

    @cached_property
    def summaries(self) -> list[StandSummary]:
        """What is known on each stand, the real system first; nothing of one that has no word on anything."""
        return [told for stand in self.places if (told := self._summary(stand))]

    def _summary(self, stand: str) -> StandSummary | None:
        found = [one for clause in self._today if (one := self._of.get((stand, clause)))]
        if not found:
            return None
        days = [one.known.date for one in found]
        latest = max(found, key=lambda one: one.known.date).known
        counts = dict.fromkeys(Verdict, 0)
        for verdict in self._verdicts(stand):
            counts[verdict] += 1
        roles = dict.fromkeys(role for one in found for role in one.known.role.split(", ") if role)
        told = tuple(sorted(roles, key=lambda role: role == OPERATOR))  # who stood by comes last
        return StandSummary(stand, latest.place, latest.live, min(days), max(days), told, counts)

    def _verdicts(self, stand: str) -> Iterator[Verdict]:
        for clause, now in self._today.items():
            if now.verdict == Verdict.UNCHECKABLE:
                yield Verdict.UNCHECKABLE
            else:
                standing = self._of.get((stand, clause))
                yield standing.verdict if standing else Verdict.UNCHECKED

    def _standing(self, records: Collection[Known], day: date) -> Standing | None:
        told = [one for one in records if one.verdict in TELLING]
        if not told:
            return None
        last = max(one.date for one in told)
        known = min(
            (one for one in told if one.date == last), key=lambda one: TELLING.index(Verdict(one.verdict))
        )
        same = known.sentences == self._today[known.clause].sentences
        return Standing(known, known.days(day), known.is_old(day), same)


def _group(named: tuple[str, Known]) -> tuple[str, str]:
    return named[0], named[1].clause
