"""The ledger as columns: a release on a stand, and in it the last word on each clause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from reports.coverage import Verdict
from reports.record.knowledge import Known


@dataclass(frozen=True)
class Column:
    """A release on a stand, and when it was last recorded there."""

    release: str
    place: str
    day: date


@dataclass(frozen=True)
class Change:
    """A clause whose verdict is another than in the release before on the same stand."""

    clause: str
    before: Verdict
    now: Verdict
    seen: str


class Statuses:
    """The records of a ledger; of several on one clause in one column the last one counts."""

    def __init__(self, records: Sequence[Known]) -> None:
        self._of: dict[tuple[str, str], dict[str, Known]] = {}
        for record in records:
            self._of.setdefault((record.release, record.place), {})[record.clause] = record

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Every release on every stand, in the order in which they were recorded."""
        return tuple(
            Column(release, place, max(one.date for one in records.values()))
            for (release, place), records in self._of.items()
        )

    @property
    def clauses(self) -> tuple[str, ...]:
        """Every clause there is a word on, in the order of its first."""
        return tuple(dict.fromkeys(clause for records in self._of.values() for clause in records))

    def verdicts(self, column: Column) -> Mapping[str, Known]:
        """Return the words of a column by clause."""
        return self._of[column.release, column.place]

    def history(self, clause: str) -> Iterator[tuple[Column, Known]]:
        """Yield what was known of a clause, column by column."""
        for column in self.columns:
            if known := self.verdicts(column).get(clause):
                yield column, known

    def counts(self, column: Column) -> Counter[Verdict]:
        """Return how many clauses of a column have each verdict."""
        return Counter(Verdict(one.verdict) for one in self.verdicts(column).values())

    def before(self, column: Column) -> Column | None:
        """Return the release before on the same stand, if there was one."""
        same = [one for one in self.columns if one.place == column.place]
        at = same.index(column)
        return same[at - 1] if at else None

    def changes(self, column: Column) -> list[Change]:
        """Return what is otherwise than in the release before on the same stand."""
        before = self.before(column)
        if before is None:
            return []
        old, new = self.verdicts(before), self.verdicts(column)
        both = ((clause, old[clause], known) for clause, known in new.items() if clause in old)
        return [
            Change(clause, Verdict(was.verdict), Verdict(now.verdict), now.seen)
            for clause, was, now in both
            if was.verdict != now.verdict
        ]


def released(known: Iterable[Known], release: str) -> list[Known]:
    """Return what a run found out, as known of a release."""
    return [replace(one, release=release) for one in known]
