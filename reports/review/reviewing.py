"""A document reviewed: every sentence with what it is, what it lacks, and the account of all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from reports.coverage import Finding, Verdict, findings
from reports.instructions.contradictions import Contradiction
from reports.record.clauses import Clause, Instruction
from reports.record.facts import StandTold
from reports.record.run import Run
from reports.review.captions import Captions, Unseen
from reports.review.disputes import Dispute, disputes_of
from reports.review.matching import Match
from reports.review.nearest import Aligned, aligned_with, nearest
from reports.review.sameness import changes
from reports.texts.document import Document, Sentence
from reports.texts.kinds import NAMING, Forks, SentenceKind, asks, kind_of
from reports.texts.orders import has_order
from reports.texts.phrases import phrases_of
from reports.texts.words import tokens_of


class State(StrEnum):
    """What a sentence of the document is to what is known; the value is the word in pages."""

    SAME = "same"
    REWORDED = "reworded"
    CHANGED = "changed"
    NEW = "new"
    UNCLEAR = "unclear"
    QUIET = "quiet"


ALIGNED = (State.SAME, State.REWORDED, State.CHANGED)


class Miscounted(Exception):  # noqa: N818  named after what happened
    """Sentences of the document were lost or doubled on the way; the message is Russian."""


@dataclass(frozen=True)
class Row:
    """A sentence of the document: what it is, which clauses it says, and what there is to say against it."""

    sentence: Sentence
    state: State
    kind: SentenceKind
    match: Match | None = None
    changes: tuple[str, ...] = ()
    unseen: tuple[Unseen, ...] = ()
    fork: str = ""
    disputes: tuple[Dispute, ...] = ()

    @property
    def was(self) -> str:
        """What the source says in its place, where the source was given and says it otherwise."""
        edited = self.match is not None and self.state in (State.REWORDED, State.CHANGED)
        source = self.match.told.source if self.match and edited else None
        return source.text if source else ""

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses it says; none where it is new or says nothing of behaviour."""
        return self.match.clauses if self.match and self.state in ALIGNED else ()


@dataclass(frozen=True)
class Review:
    """A document beside the instruction it is nearest to; without one its system is unknown.

    `gone` are the clauses that it says no longer; `findings` are the verdicts of the run, empty without a run.
    """

    document: Document
    rows: tuple[Row, ...]
    instruction: Instruction | None = None
    gone: tuple[Clause, ...] = ()
    findings: Mapping[str, Finding] = field(default_factory=dict)
    stand: StandTold | None = None
    has_captions: bool = False
    has_source: bool = False

    @cached_property
    def counts(self) -> dict[State, int]:
        """How many sentences are what; every state is named."""
        counted = Counter(row.state for row in self.rows)
        return {state: counted[state] for state in State}

    @property
    def aligned(self) -> int:
        """How many sentences are one of the instruction."""
        return sum(self.counts[state] for state in ALIGNED)

    def of(self, state: State) -> list[Row]:
        """Return the sentences that are so, in order."""
        return [row for row in self.rows if row.state == state]

    @property
    def differing(self) -> list[Clause]:
        """The clauses the document says and the run contradicts."""
        said = dict.fromkeys(clause.id for row in self.rows for clause in row.clauses)
        found = (self.findings.get(name) for name in said)
        return [one.clause for one in found if one and one.verdict in (Verdict.DIFFERS, Verdict.KNOWN)]

    @property
    def unseen(self) -> list[Unseen]:
        """The labels that are on no screen of the run, each once."""
        return list(dict.fromkeys(one for row in self.rows for one in row.unseen))

    @property
    def disputes(self) -> list[tuple[Row, Dispute]]:
        """Where the document speaks against instructions that are known."""
        return [(row, dispute) for row in self.rows for dispute in row.disputes]

    @property
    def has_findings(self) -> bool:
        """Whether there is anything for a person to look at; a difference that is known was looked at."""
        weighty = (State.CHANGED, State.NEW, State.UNCLEAR)
        differs = any(self.findings[one.id].verdict is Verdict.DIFFERS for one in self.differing)
        return bool(self.gone or self.unseen or differs or any(self.counts[one] for one in weighty))


def review(
    document: Document,
    instructions: Mapping[str, Instruction],
    contradictions: Sequence[Contradiction] = (),
    run: Run | None = None,
    sources: Mapping[str, Sequence[Sentence]] | None = None,
    chosen: str = "",
) -> Review:
    """Lay a document beside the nearest known instruction, or the chosen one; raise Miscounted."""
    given = sources or {}
    best = _best(document, instructions, given, chosen)
    known = best if chosen or best.is_near else None
    captions = Captions(run) if run else None
    rows = tuple(_rows(document, known, instructions, contradictions, captions))
    found = findings(run, instructions) if run else {}
    done = Review(
        document,
        rows,
        known.instruction if known else None,
        _gone(known, rows) if known else (),
        found,
        run.stand if run else None,
        bool(captions),
        bool(known and given.get(known.instruction.id)),
    )
    return proven(done)


def proven(done: Review) -> Review:
    """Return the review; raise Miscounted unless every sentence of the document is in it once."""
    here = [row.sentence.number for row in done.rows]
    there = [sentence.number for sentence in done.document.sentences]
    counted = done.aligned + sum(done.counts[state] for state in State if state not in ALIGNED)
    if here != there or counted != len(there):
        raise Miscounted(
            f"Ошибка в «Связке»: фраз в документе {len(there)}, а разобрано {counted}. "
            "Разбору верить нельзя. Пришлите документ тем, кто ведёт «Связку»."
        )
    return done


def _best(
    document: Document,
    instructions: Mapping[str, Instruction],
    sources: Mapping[str, Sequence[Sentence]],
    chosen: str,
) -> Aligned:
    if chosen:
        return aligned_with(instructions[chosen], document.sentences, sources.get(chosen, ()))
    return nearest(instructions, document.sentences, sources)[0]


def _rows(
    document: Document,
    known: Aligned | None,
    instructions: Mapping[str, Instruction],
    contradictions: Sequence[Contradiction],
    captions: Captions | None,
) -> Iterator[Row]:
    forks = Forks()
    against = disputes_of(instructions, contradictions)
    said = _said(known)
    for sentence in document.sentences:
        fork = forks.fork_of(sentence)
        kind = kind_of(sentence)
        match = known.matches.get(sentence.number) if known else None
        lost = [one for one in match.told.clauses if one.id not in said] if match else []
        state, differing = _state(sentence, kind, match, fork, lost)
        clauses = match.clauses if match and state in ALIGNED else ()
        labels = _captions(sentence, state, clauses)
        unseen = captions.unseen(labels) if captions else ()
        disputes = tuple(against(sentence, clauses, known is None)) if state is not State.QUIET else ()
        yield Row(sentence, state, kind, match, differing, unseen, fork, disputes)


def _captions(sentence: Sentence, state: State, clauses: Sequence[Clause]) -> list[str]:
    """Return what a sentence quotes as captions: of a known one people have said which of its quotes are."""
    labels = [label.mended for label in sentence.labels] if state is not State.QUIET else []
    known = [label for clause in clauses for label in clause.labels]
    return [label for label in labels if label in known] if state is State.SAME else labels


def _said(known: Aligned | None) -> set[str]:
    """Return the clauses that some sentence of the document says."""
    return {clause.id for match in known.matches.values() for clause in match.clauses} if known else set()


def _state(
    sentence: Sentence, kind: SentenceKind, match: Match | None, fork: str, lost: Sequence[Clause]
) -> tuple[State, tuple[str, ...]]:
    if match is None:
        return _unknown(sentence, kind), ()
    if not match.told.clauses:
        return State.QUIET, ()
    if match.is_exact:
        return State.SAME, ()
    differing = changes(sentence, match, fork, lost)
    return (State.CHANGED if differing else State.REWORDED), differing


def _unknown(sentence: Sentence, kind: SentenceKind) -> State:
    """Say what a sentence is that no clause is of: an order whose verb is unknown is not understood."""
    if kind is SentenceKind.TELLS and _is_title(sentence):
        return State.QUIET
    if kind is SentenceKind.NAMES:
        is_title = sentence.block.kind in NAMING or not has_order(sentence.text)
        return State.QUIET if is_title else State.UNCLEAR
    phrases = phrases_of(tokens_of(sentence.quoted))
    if any(asks(phrase) and phrase.verb is None for phrase in phrases):
        return State.UNCLEAR
    return State.NEW


def _is_title(sentence: Sentence) -> bool:
    """Say whether a sentence is how a plain text begins: its name, without a sign at its end."""
    return sentence.number == 1 and sentence.text[-1] not in ".!?…:;" and not sentence.labels


def _gone(known: Aligned, rows: Sequence[Row]) -> tuple[Clause, ...]:
    said = {clause.id for row in rows for clause in row.clauses}
    return tuple(clause for clause in known.instruction.clauses if clause.sentences and clause.id not in said)
