"""What became of a source sentence by sentence: which are new, changed or gone, and between which clauses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from reports.instructions.sources import Comparison
from reports.record.clauses import Clause, Instruction, Spot
from reports.texts.document import Sentence

ALIKE = 35  # percent; below it a sentence whose old text is known was not changed but replaced


class Fate(StrEnum):
    """What happened to a sentence."""

    NEW = "new"
    CHANGED = "changed"
    VANISHED = "vanished"


@dataclass(frozen=True)
class SentenceChange:
    """A sentence that is not what was read: the clauses it was read as, and those that stand around it.

    `old` is its text of then, where somebody kept it; the lists hold fingerprints alone. `at` orders changes.
    """

    fate: Fate
    instruction: Instruction
    at: int
    clauses: tuple[Clause, ...] = ()
    old: str = ""
    now: str = ""
    before: Clause | None = None
    after: Clause | None = None

    @property
    def is_untranscribed(self) -> bool:
        """Whether it says something today that no clause holds."""
        return not self.clauses and self.fate is not Fate.VANISHED

    @property
    def lost_labels(self) -> tuple[str, ...]:
        """The captions of its clauses that it names no longer."""
        named = dict.fromkeys(label for clause in self.clauses for label in clause.labels)
        return tuple(label for label in named if not names(self.now, label))


def names(text: str, label: str) -> bool:
    """Tell whether a sentence has the caption in it, however its letters and blanks are written."""
    return _plain(label) in _plain(text)


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("ё", "е").replace("“", "«").replace("”", "»").split())


def changes(
    instruction: Instruction, comparison: Comparison, old_texts: Mapping[str, str]
) -> list[SentenceChange]:
    """Return what differs, in the order of the source; `old_texts` are those still known, by fingerprint."""
    known = _known(instruction)
    moved = [place for place in known if not _stands(place, comparison)]
    pairs = dict(_paired(moved, known, comparison, old_texts))
    settled = {each.number for place in known for each in _same(place, comparison)}
    settled |= {sentence.number for sentence in pairs.values()}
    around = _Surroundings(instruction, known, comparison, pairs)
    found = [
        around.change(place, known[place], old_texts.get(place.fingerprint, ""), pairs.get(place))
        for place in moved
    ]
    found += [around.new(one) for one in comparison.source if one.number not in settled]
    return sorted(found, key=lambda one: one.at)


def _known(instruction: Instruction) -> dict[Spot, tuple[Clause, ...]]:
    """Return the sentences that were read, each with its clauses; silent ones have none."""
    known: defaultdict[Spot, list[Clause]] = defaultdict(list)
    for clause in instruction.clauses:
        for place in clause.sentences:
            known[place].append(clause)
    silent = {place: () for place in instruction.silent if place not in known}
    return {place: tuple(clauses) for place, clauses in sorted({**known, **silent}.items())}


def _same(place: Spot, comparison: Comparison) -> Iterator[Sentence]:
    return (one for one in comparison.now[place.number] if one.fingerprint == place.fingerprint)


def _stands(place: Spot, comparison: Comparison) -> bool:
    return any(_same(place, comparison))


def _paired(
    moved: Iterable[Spot],
    known: Mapping[Spot, Sequence[Clause]],
    comparison: Comparison,
    old_texts: Mapping[str, str],
) -> Iterator[tuple[Spot, Sentence]]:
    """Yield which sentence each lost one has become: within a stretch that changed, the most alike go together."""
    found = (
        (_likeness(place, known[place], sentence, old_texts), place, sentence)
        for place in moved
        for sentence in comparison.now[place.number]
    )
    likely = sorted(found, key=lambda one: (-one[0], one[1].number, one[2].number))  # of equals the first
    places, taken = set[Spot](), set[int]()
    for likeness, place, sentence in likely:
        if place not in places and sentence.number not in taken and likeness >= 0:
            places.add(place)
            taken.add(sentence.number)
            yield place, sentence


def _likeness(
    place: Spot, clauses: Sequence[Clause], sentence: Sentence, old_texts: Mapping[str, str]
) -> float:
    """Return how alike they are, below 0 if they are not one sentence; our own wording proves no difference."""
    if old := old_texts.get(place.fingerprint):
        likeness = fuzz.ratio(old, sentence.text)
        return likeness if likeness >= ALIKE else -1
    ours = " ".join(word for clause in clauses for word in (clause.text, *clause.labels))
    return fuzz.token_set_ratio(ours, sentence.text)


class _Surroundings:
    """Finds the clauses before and after a sentence, in the source of today."""

    def __init__(
        self,
        instruction: Instruction,
        known: Mapping[Spot, Sequence[Clause]],
        comparison: Comparison,
        pairs: Mapping[Spot, Sentence],
    ) -> None:
        self._instruction = instruction
        self._source = comparison.source
        self._today = {place: pairs.get(place) or next(_same(place, comparison), None) for place in known}
        self._known = known

    def new(self, sentence: Sentence) -> SentenceChange:
        """Return the change that a sentence nobody has read is."""
        around = self._around(sentence.number, sentence.number)
        return SentenceChange(
            Fate.NEW, self._instruction, 2 * sentence.number, (), "", sentence.text, *around
        )

    def change(
        self, place: Spot, clauses: tuple[Clause, ...], old: str, now: Sentence | None
    ) -> SentenceChange:
        """Return the change of a sentence that was read; one that is gone stands between its old neighbours."""
        told = self._instruction, clauses, old
        if now:
            around = self._around(now.number, now.number)
            return SentenceChange(Fate.CHANGED, told[0], 2 * now.number, *told[1:], now.text, *around)
        there = self._last_before(place)
        return SentenceChange(
            Fate.VANISHED, told[0], 2 * there + 1, *told[1:], "", *self._around(there + 1, there)
        )

    def _last_before(self, lost: Spot) -> int:
        stands = (one.number for place, one in self._today.items() if one and place.number < lost.number)
        return max(stands, default=0)

    def _around(self, first: int, last: int) -> tuple[Clause | None, Clause | None]:
        """Return the last clause that stands before a number, and the first one after another."""
        at = [(one.number, self._known[place]) for place, one in self._today.items() if one]
        before = [(number, clauses[-1]) for number, clauses in at if clauses and number < first]
        after = [(number, clauses[0]) for number, clauses in at if clauses and number > last]
        nearest = (
            max(before, key=lambda one: one[0], default=None),
            min(after, key=lambda one: one[0], default=None),
        )
        return nearest[0] and nearest[0][1], nearest[1] and nearest[1][1]
