"""Which clause each step of a draft carries: of a list that is known, or of one that is made with the draft."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reports.record.clauses import Clause, Instruction
from reports.texts.alignment import aligned
from reports.texts.document import Document, Sentence
from steps.draft.passages import Passage
from steps.draft.vocabulary import Act

KNOWN_SHARE = 0.5  # of a list's sentences that a document must have to be its source
QUOTED, FITTING, OTHER = 4.0, 1.0, 0.1
DOING = "действие"


@dataclass(frozen=True)
class KnownSource:
    """A document that is the source of a list of clauses, and what stands where in it now."""

    instruction: Instruction
    at: Mapping[int, tuple[Clause, ...]]  # the clauses of a sentence, by its number in the document

    def marks(self, passage: Passage) -> list[str]:
        """Return for each act of a passage the clause that it carries, an empty one where there is none."""
        return assigned(passage.acts, self.at.get(passage.sentence.number, ()))


def known_source(document: Document, lists: Sequence[Instruction]) -> KnownSource | None:
    """Find the list that a document is the source of, None if there is none."""
    found = [(_share(document, one), one) for one in lists if one.file]
    share, best = max(found, key=lambda pair: pair[0], default=(0.0, None))
    return known_as(document, best) if best and share >= KNOWN_SHARE else None


def known_as(document: Document, instruction: Instruction) -> KnownSource:
    """Lay a list over the document that is its source."""
    now = aligned(_fingerprints(instruction), document.sentences)
    at: dict[int, list[Clause]] = defaultdict(list)
    for clause in instruction.clauses:
        for number, _ in clause.sentences:
            for sentence in _one(now.get(number, ())):
                at[sentence.number].append(clause)
    return KnownSource(instruction, {number: tuple(clauses) for number, clauses in at.items()})


def source_in(folder: Path, instruction: Instruction) -> Path | None:
    """Return the source of a list in a folder, None if it is not there."""
    found = sorted(folder.glob(instruction.file)) if instruction.file else []
    return found[0] if found else None


def assigned(acts: Sequence[Act], clauses: Sequence[Clause]) -> list[str]:
    """Give the acts of a sentence its clauses, in their order, so that labels agree as far as they can."""
    best: dict[tuple[int, int], tuple[float, list[str]]] = {}

    def rest(act: int, clause: int) -> tuple[float, list[str]]:
        if act == len(acts):
            return 0, []
        if clause == len(clauses):
            return 0, [""] * (len(acts) - act)
        if (act, clause) not in best:
            likeness = _likeness(acts[act], clauses[clause])
            alone, skipped = rest(act + 1, clause), rest(act, clause + 1)
            choices = [(alone[0], ["", *alone[1]]), skipped]
            if likeness > 0:
                both = rest(act + 1, clause + 1)
                choices.insert(0, (likeness + both[0], [clauses[clause].id, *both[1]]))
            best[act, clause] = max(choices, key=lambda choice: choice[0])
        return best[act, clause]

    return rest(0, 0)[1]


def _likeness(act: Act, clause: Clause) -> float:
    """Say how well an act fits a clause; none that is only told is carried out by what is done."""
    if (clause.kind == DOING) == act.is_seen and not _is_check(act, clause):
        return 0
    if ({act.label, act.field} - {""}).intersection(clause.named):
        return QUOTED
    return OTHER if clause.named and act.label else FITTING


def _is_check(act: Act, clause: Clause) -> bool:
    """«Проверьте свои данные» is done by looking."""
    return act.is_seen and clause.kind == DOING and not act.label


def _share(document: Document, instruction: Instruction) -> float:
    known = [
        fingerprint for fingerprints in _fingerprints(instruction).values() for fingerprint in fingerprints
    ]
    here = {sentence.fingerprint for sentence in document.sentences}
    return sum(one in here for one in known) / len(known) if known else 0


def _fingerprints(instruction: Instruction) -> dict[int, set[str]]:
    known: dict[int, set[str]] = defaultdict(set)
    for number, fingerprint in (
        *instruction.silent,
        *(place for one in instruction.clauses for place in one.sentences),
    ):
        known[number].add(fingerprint)
    return known


def _one(sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    return sentences if len(sentences) == 1 else ()
