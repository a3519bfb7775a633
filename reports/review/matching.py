"""Lays the sentences of a document beside those of an instruction: equal ones first, edited ones between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reports.record.clauses import Clause
from reports.review.known import Told
from reports.review.signature import Signature, Weights, signature_of
from reports.review.spelling import fingerprints_of
from reports.texts.document import Sentence
from reports.texts.kinds import names_only

EXACT = 3.0  # outweighs any two edited ones
LIKE = 0.42  # from which on an edited sentence is believed to be one of the instruction
LIKE_BETWEEN = 0.25  # the same between two neighbours that are known
LIKE_ANYWHERE = 0.75  # the same where it stands in another place than before
Scores = Sequence[Sequence[float]]
Pairs = set[tuple[int, int]]
PART = 0.4  # of a clause's words that a sentence must have to say it too


@dataclass(frozen=True)
class Match:
    """A sentence of the instruction that a sentence of the document is, which of its clauses it says, and how alike."""

    told: Told
    clauses: tuple[Clause, ...]
    likeness: float
    is_exact: bool
    is_moved: bool = False


class Matcher:
    """Knows one instruction and finds it in documents."""

    def __init__(self, told: Sequence[Told]) -> None:
        """Know the sentences of an instruction."""
        self._told = told
        self._weights = Weights(each.signature for each in told)

    def matches(self, sentences: Sequence[Sentence]) -> dict[int, Match]:
        """Return for the number of each sentence that is known what it is."""
        scores = [self._scores(sentence) for sentence in sentences]
        sure = [[score if score >= LIKE else 0.0 for score in row] for row in scores]
        pairs = _in_order(sure)
        moved = _moved(sure, pairs)
        pairs |= _between(scores, pairs, moved)
        found = {
            sentences[here].number: self._match(
                sentences[here], self._told[there], scores[here][there], (here, there) in moved
            )
            for here, there in sorted(pairs | moved)
        }
        return self._with_parts(sentences, found)

    def _scores(self, sentence: Sentence) -> list[float]:
        """How well a sentence is each one of the instruction: 0 where it cannot be."""
        prints, is_name = fingerprints_of(sentence), names_only(sentence)
        here = signature_of(sentence.quoted)
        return [
            EXACT if told.fingerprints & prints else 0.0 if is_name else self._likeness(here, told)
            for told in self._told
        ]

    def _likeness(self, here: Signature, told: Told) -> float:
        """How much an edited sentence is like one of the instruction; one that says nothing has no words to compare."""
        if not told.clauses:
            return 0.0
        return max(self._weights.likeness(here, there) for there in told.signatures)

    def _match(self, sentence: Sentence, told: Told, score: float, moved: bool) -> Match:
        if score >= EXACT:
            return Match(told, told.clauses, 1.0, True, moved)
        return Match(told, self._said(sentence, told), score, False, moved)

    def _said(self, sentence: Sentence, told: Told) -> tuple[Clause, ...]:
        """Return the clauses that an edited sentence still says: all that it has words of, one at least."""
        here = signature_of(sentence.quoted)
        shares = {clause.id: self._share(clause, here) for clause in told.clauses}
        least = min(PART, max(shares.values(), default=0))
        return tuple(
            clause
            for clause in told.clauses
            if (shares[clause.id] >= least and not _is_left_out(clause, here, told))
            or _is_relabelled(clause, here, told)
        )

    def _with_parts(self, sentences: Sequence[Sentence], found: Mapping[int, Match]) -> dict[int, Match]:
        """Add the sentences that are a part of one beside them: «введите код и нажмите …» told in two."""
        whole = dict(found)
        for at, sentence in enumerate(sentences):
            if sentence.number in found or names_only(sentence):
                continue
            beside = [
                whole.get(sentences[near].number) for near in (at - 1, at + 1) if 0 <= near < len(sentences)
            ]
            for match in (each for each in beside if each and not each.is_exact):
                if said := self._part(sentence, match):
                    whole[sentence.number] = Match(match.told, said, LIKE, False)
                    break
        return whole

    def _part(self, sentence: Sentence, match: Match) -> tuple[Clause, ...]:
        here = signature_of(sentence.quoted)
        left = [clause for clause in match.told.clauses if clause not in match.clauses]
        return tuple(
            clause
            for clause in left
            if self._share(clause, here) >= PART or _is_relabelled(clause, here, match.told)
        )

    def _share(self, clause: Clause, whole: Signature) -> float:
        """Say how much of a clause a sentence says; who names one of its labels says it."""
        if any(label in whole.labels for label in clause.labels):
            return 1.0
        return self._weights.share_of(signature_of(clause.text), whole)


def _is_relabelled(clause: Clause, here: Signature, told: Told) -> bool:
    """Say whether a sentence is a clause but for its label: «нажмите «Вход»» for «нажмите «Войти»»."""
    known = (*told.labels, *(label for each in told.clauses for label in each.labels))
    if not clause.labels or all(label in known for label in here.labels):
        return False
    within = {word for label in clause.labels for word in signature_of(label).words}
    bare = [word for word in signature_of(clause.text).words if word not in within]
    return bool(bare) and set(bare) <= set(here.words)


def _is_left_out(clause: Clause, here: Signature, told: Told) -> bool:
    """Say whether a sentence has of an enumeration the other members only: nothing that this one alone says."""
    beside = {word for each in told.clauses if each is not clause for word in signature_of(each.text).words}
    own = set(signature_of(clause.text).words) - beside
    if told.source:
        own &= set(signature_of(told.source.quoted).words)
    has_label = any(label in here.labels for label in clause.labels)
    return bool(beside and own) and not has_label and own.isdisjoint(here.words)


def _in_order(scores: Scores) -> Pairs:
    """Return the pairs, both sides in their order, whose scores are most together."""
    rows, columns = len(scores), len(scores[0]) if scores else 0
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        for column in range(columns - 1, -1, -1):
            paired = scores[row][column] + best[row + 1][column + 1] if scores[row][column] else 0.0
            best[row][column] = max(paired, best[row + 1][column], best[row][column + 1])
    pairs: Pairs = set()
    row = column = 0
    while row < rows and column < columns:
        score = scores[row][column]
        if score and best[row][column] == score + best[row + 1][column + 1]:
            pairs.add((row, column))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
    return pairs


def _between(scores: Scores, pairs: Pairs, moved: Pairs) -> Pairs:
    """Return the pairs of what is left between two pairs that follow one another: there less likeness will do."""
    found: Pairs = set()
    taken_rows, taken = {row for row, _ in moved}, {column for _, column in moved}
    edges = [(-1, -1), *sorted(pairs), (len(scores), len(scores[0]) if scores else 0)]
    for (above, left), (below, right) in zip(edges, edges[1:], strict=False):
        rows = [row for row in range(above + 1, below) if row not in taken_rows]
        columns = [column for column in range(left + 1, right) if column not in taken]
        inner = [[_enough(scores[row][column]) for column in columns] for row in rows]
        found |= {(rows[row], columns[column]) for row, column in _in_order(inner)}
    return found


def _enough(score: float) -> float:
    return score if score >= LIKE_BETWEEN else 0.0


def _moved(scores: Scores, pairs: Pairs) -> Pairs:
    """Return the pairs of what is left on either side and is so alike that it must have been moved."""
    rows, columns = {row for row, _ in pairs}, {column for _, column in pairs}
    left = sorted(
        (
            (score, row, column)
            for row, line in enumerate(scores)
            for column, score in enumerate(line)
            if score >= LIKE_ANYWHERE and row not in rows and column not in columns
        ),
        key=lambda one: -one[0],
    )
    moved: Pairs = set()
    for _, row, column in left:
        if row not in rows and column not in columns:
            moved.add((row, column))
            rows.add(row)
            columns.add(column)
    return moved
