"""The document itself, sentence by sentence in its order: which clauses each is, and what became of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reports.coverage import Finding, Verdict
from reports.instructions.sources import Comparison
from reports.model import Model
from reports.page import Page
from reports.record.clauses import Instruction
from reports.texts.document import NOWHERE, Block, BlockKind, Sentence
from reports.texts.kinds import kind_of

NEW, QUIET = (
    "new",
    "quiet",
)  # a sentence that no clause is of: nobody has read it, or it says nothing of behaviour
WORST_FIRST = (
    *(Verdict.DIFFERS, Verdict.CEASED, Verdict.OUTDATED, Verdict.STALE),
    *(Verdict.KNOWN, Verdict.UNCHECKED, Verdict.UNCHECKABLE, Verdict.CONFIRMED),
)


@dataclass(frozen=True)
class Spoken:
    """A sentence of the document with the findings on its clauses; None is one that is there no longer."""

    sentence: Sentence | None
    findings: tuple[Finding, ...] = ()
    is_new: bool = False
    number: str = ""  # of the item of a list that the sentence opens

    @property
    def states(self) -> tuple[str, ...]:
        """What a reader may choose it by: the verdicts of its clauses, or why it has none."""
        if self.findings:
            return tuple(dict.fromkeys(str(one.verdict) for one in self.findings))
        return (NEW if self.is_new else QUIET,)

    @property
    def tone(self) -> str:
        """The state that weighs most."""
        weight = {verdict: at for at, verdict in enumerate(WORST_FIRST)}
        return (
            min(self.states, key=lambda state: weight.get(Verdict(state), -1))
            if self.findings
            else self.states[0]
        )

    @property
    def is_title(self) -> bool:
        """Whether it is a heading of the document."""
        return self.sentence is not None and self.sentence.block.kind is BlockKind.HEADING

    @property
    def kind(self) -> str:
        """What the sentence does, as far as its words tell: «действие», «предупреждение», «факт»."""
        return str(kind_of(self.sentence)) if self.sentence else ""


def pages(model: Model) -> Iterator[Page]:
    """Yield a page for each instruction whose document was given."""
    for name, comparison in (model.comparisons or {}).items():
        instruction = model.instructions[name]
        rows = spoken(instruction, comparison, model.findings)
        states = [state for row in rows for state in row.states]
        content = {
            "instruction": instruction,
            "rows": rows,
            "total": len(comparison.source),
            "states": {state: states.count(state) for state in (*Verdict, NEW, QUIET)},
        }
        yield Page(f"document/{name}.html", "document.html", f"Документ: {instruction.title}", content)


def spoken(instruction: Instruction, comparison: Comparison, findings: Mapping[str, Finding]) -> list[Spoken]:
    """Return every sentence of the document; where some are gone, their clauses stand in their old place."""
    at, gone = _clauses_at(instruction, comparison)
    new = set(comparison.unread)
    rows = [_gone(gone[0], findings)] if gone[0] else []
    block = NOWHERE
    for sentence in comparison.source:
        found = tuple(findings[clause] for clause in at[sentence.number])
        number = "" if sentence.block is block else _number(sentence.block)
        block = sentence.block
        rows.append(Spoken(sentence, found, sentence in new, number))
        rows += [_gone(gone[sentence.number], findings)] if gone[sentence.number] else []
    return rows


def _number(block: Block) -> str:
    if block.kind is not BlockKind.ITEM:
        return ""
    return f"{block.number}." if block.number.isalnum() else block.number


def _gone(clauses: Sequence[str], findings: Mapping[str, Finding]) -> Spoken:
    return Spoken(None, tuple(findings[clause] for clause in clauses))


def _clauses_at(
    instruction: Instruction, comparison: Comparison
) -> tuple[defaultdict[int, list[str]], defaultdict[int, list[str]]]:
    """Return the clauses by the number of their sentence today, and those of lost sentences by the one before."""
    at: defaultdict[int, list[str]] = defaultdict(list)
    gone: defaultdict[int, list[str]] = defaultdict(list)
    for clause in instruction.clauses:
        for sentence in comparison.said(clause):
            at[sentence.number].append(clause.id)
        for lost in (place.number for place in clause.sentences if not comparison.now[place.number]):
            gone[_before(lost, comparison)].append(clause.id)
    return at, gone


def _before(number: int, comparison: Comparison) -> int:
    """Return the number today of the last sentence that stood before a lost one, 0 at the very beginning."""
    earlier = (known for known in sorted(comparison.now, reverse=True) if known < number)
    return next((comparison.now[known][-1].number for known in earlier if comparison.now[known]), 0)
