"""All that a report shows, computed once from a run, the clause lists and the sources; pages only lay it out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from reports.coverage import Finding, Trial, Verdict, findings, grown_old, weight
from reports.difference import DifferenceInWords, told_by
from reports.instructions.changes import Fate, SentenceChange, changes, names
from reports.instructions.contradictions import Contradiction, Side, load_contradictions
from reports.instructions.remembered import remembered, texts_of
from reports.instructions.sources import Comparison, compare_all
from reports.ledger import Ledger, Word
from reports.moments import Moment, moments
from reports.record.clauses import Clause, Instruction, load_instructions
from reports.record.facts import StandTold
from reports.record.knowledge import LEDGER, OPERATOR, Known, Source, read_ledger
from reports.record.printable import printable
from reports.record.run import Run, Scenario
from reports.standings import Standings
from reports.texts.document import Sentence
from reports.texts.labels import labels_in

# The roles that tags of scenarios name; steps/language/tags.toml explains them.
ROLES = ("учитель", "родитель", "ученик")


@dataclass(frozen=True)
class Exhibit:
    """A scenario's word on a clause, with what could be seen at that moment."""

    trial: Trial
    moment: Moment
    difference: DifferenceInWords | None
    of_deed: bool = False  # the clause says what to do

    @property
    def shortcomings(self) -> tuple[bool, bool, bool]:
        """What it lacks of showing the clause, the worst first: a picture, the deed itself, an outline."""
        shot, is_action = self.moment.telling, self.moment.step.kind == "Action"
        return shot is None, self.of_deed and not is_action, shot is None or shot.frame is None


@dataclass(frozen=True)
class Earlier:
    """The run to compare with, and the folder its record lies in."""

    run: Run
    folder: Path


@dataclass(frozen=True)
class Model:
    """A run, whose record lies in the folder, and what it says of the instructions.

    `comparisons` are those of the clause lists with their sources, by instruction; None when no sources were given.
    `earlier` is the run to compare with, if one was given; `ledger` is what people have said, `also` what was
    found out elsewhere or at another time. `old_texts` are sentences of the sources of earlier days, by fingerprint.
    """

    run: Run
    folder: Path
    instructions: Mapping[str, Instruction]
    contradictions: tuple[Contradiction, ...] = ()
    comparisons: Mapping[str, Comparison] | None = None
    earlier: Earlier | None = None
    ledger: Ledger = field(default_factory=Ledger)
    also: tuple[Known, ...] = ()
    old_texts: Mapping[str, str] = field(default_factory=dict, repr=False)
    _moments: dict[str, list[Moment]] = field(default_factory=dict, repr=False)

    @cached_property
    def findings(self) -> dict[str, Finding]:
        """The finding on each clause, by its id, in the order of the sources."""
        outdated = {clause for one in (self.comparisons or {}).values() for clause in one.outdated}
        found = findings(self.run, self.instructions, outdated, self.earlier.run if self.earlier else None)
        return grown_old(found) if self.is_old else found

    @cached_property
    def day(self) -> date:
        """The day of the run, on this machine's calendar, as the report tells it."""
        return datetime.fromtimestamp(self.run.started).date()

    @property
    def is_old(self) -> bool:
        """Whether the run was longer ago than verdicts of its stand last."""
        fresh_days = self.stand.fresh_days
        return fresh_days is not None and (self.ledger.today - self.day).days > fresh_days

    @cached_property
    def sentence_changes(self) -> dict[str, list[SentenceChange]]:
        """What is new, changed or gone in the sources that were given, by instruction."""
        compared = (self.comparisons or {}).items()
        return {name: changes(self.instructions[name], one, self.old_texts) for name, one in compared}

    def changes_of(self, clause: Clause) -> list[SentenceChange]:
        """Return what became of the clause's own sentences."""
        of_all = self.sentence_changes.get(clause.id.partition(".")[0], ())
        return [one for one in of_all if clause in one.clauses]

    def untranscribed(self, *instructions: Instruction) -> int:
        """Return how many sentences of their sources no clause holds yet."""
        found = (one for each in instructions for one in self.sentence_changes.get(each.id, ()))
        return sum(one.is_untranscribed for one in found)

    def lost_labels(self, clause: Clause) -> list[str]:
        """Return the captions that the clause's source no longer prints: its sentence has changed."""
        if not self.changes_of(clause):
            return []
        text = " ".join(sentence.text for sentence in self.said(clause))
        return [label for label in clause.labels if not names(text, label)]

    @cached_property
    def stand(self) -> StandTold:
        """The stand the run was made on."""
        return self.run.stand

    def moments(self, scenario: Scenario) -> list[Moment]:
        """Return the moments of a scenario, read once."""
        identity = scenario.place.identity
        if identity not in self._moments:
            self._moments[identity] = moments(scenario)
        return self._moments[identity]

    def exhibits(self, finding: Finding) -> list[Exhibit]:
        """Return what there is to show of a clause: what differs first, then what is unchecked, then the proof."""
        found = []
        clause, lost = finding.clause, self.lost_labels(finding.clause)
        today = replace(clause, labels=tuple(each for each in clause.labels if each not in lost))
        for trial in finding.trials:
            moment = next(one for one in self.moments(trial.scenario) if one.step is trial.telling_step)
            found.append(Exhibit(trial, moment, told_by(trial, today), clause.is_deed))
        return sorted(found, key=lambda one: (*weight(one.trial), *one.shortcomings))

    @cached_property
    def known(self) -> dict[str, Known]:
        """What this run found out about each clause, by its id, as what others know is kept."""
        return {
            name: Known(
                name,
                finding.tried if finding.verdict is Verdict.STALE else finding.verdict,
                self.stand.place,
                self.day,
                Source.RUN,
                role=", ".join(self._at_the_keyboard(finding)),
                sentences=self._sentences(finding.clause),
                seen=self._seen(finding),
                stand=self.stand.name,
                live=self.stand.live,
                fresh_days=self.stand.fresh_days,
            )
            for name, finding in self.findings.items()
        }

    @cached_property
    def standings(self) -> Standings:
        """The last word on each clause on each stand, of this run and of all that came along."""
        return Standings((*self.also, *self.known.values()), self.known, self.ledger.today)

    @cached_property
    def words(self) -> dict[str, Word]:
        """What people have said of each clause, by its id."""
        return {name: self.ledger.word(known) for name, known in self.known.items()}

    def _at_the_keyboard(self, finding: Finding) -> list[str]:
        roles = self.roles(finding)
        return [*roles, OPERATOR] if finding.trials and self.stand.operator else roles

    def _sentences(self, clause: Clause) -> tuple[str, ...]:
        """Return the fingerprints of what the source says today; without a source, of what it said when it was read."""
        comparison = (self.comparisons or {}).get(clause.id.partition(".")[0])
        if comparison is None:
            return clause.fingerprints
        return tuple(dict.fromkeys(sentence.fingerprint for sentence in comparison.said(clause)))

    def said(self, clause: Clause) -> tuple[Sentence, ...]:
        """Return the sentences of the document that say it today; none when no source was given."""
        name = clause.id.partition(".")[0]
        comparison = (self.comparisons or {}).get(name)
        new = {one.now for one in self.sentence_changes.get(name, ()) if one.fate is Fate.NEW}
        return tuple(one for one in comparison.said(clause) if one.text not in new) if comparison else ()

    def _seen(self, finding: Finding) -> str:
        """Return what was there instead, in every scenario that saw a difference."""
        told = (one.difference.text for one in self.exhibits(finding) if one.difference)
        return printable(" · ".join(dict.fromkeys(told)))  # as a page has it, which hands it back

    def instruction_of(self, clause: str) -> Instruction:
        """Return the instruction a clause belongs to."""
        return self.instructions[clause.partition(".")[0]]

    def printed_elsewhere(self, finding: Finding) -> list[str]:
        """Return the captions that the clause's steps looked for and that its source prints, but in another place."""
        printed = self.instruction_of(finding.clause.id).printed.difference(finding.clause.named)
        sentences = (trial.step.sentence or "" for trial in finding.trials)
        quoted = dict.fromkeys(label.text for sentence in sentences for label in labels_in(sentence))
        return [caption for caption in quoted if caption in printed]

    def disputes(self, clause: str) -> list[Contradiction]:
        """Return the contradictions the clause takes a side in."""
        return [one for one in self.contradictions if any(clause in side.clauses for side in one.side)]

    def opponents(self, dispute: Contradiction, clause: str) -> list[Side]:
        """Return the sides that say something else than the clause."""
        return [side for side in dispute.side if clause not in side.clauses]

    @property
    def without_source(self) -> dict[str, str]:
        """The instructions to be compared that have no source, by title, with the name that was looked for."""
        missing = self.instructions.keys() - self.comparisons.keys() if self.comparisons is not None else ()
        return {one.title: one.file for name, one in self.instructions.items() if name in missing}

    @property
    def is_pictured(self) -> bool:
        """Whether steps that passed have pictures too; a run may keep them of failures alone."""
        steps = (
            step for scenario in self.run.scenarios for step in scenario.steps if step.status == "passed"
        )
        return any(piece.media_type.startswith("image/") for step in steps for piece in step.attached)

    def roles(self, finding: Finding) -> list[str]:
        """Return the roles of those who carry the clause out."""
        tags = {tag.removeprefix("@") for trial in finding.trials for tag in trial.scenario.place.tags}
        return [role for role in ROLES if role in tags]


def load_model(
    run: Run,
    folder: Path,
    sources: Path | None = None,
    earlier: Earlier | None = None,
    ledger: Path = LEDGER,
    sources_before: Path | None = None,
    also: tuple[Known, ...] = (),
) -> Model:
    """Compute what a report shows of a run whose record lies in the folder.

    Raises TableUnsound for a clause list, SourceUnsound for a source and LedgerUnsound for a ledger
    that cannot be read.
    """
    instructions = load_instructions()
    comparisons = None if sources is None else compare_all(instructions, sources)
    contradictions = load_contradictions(instructions)
    known = Ledger(read_ledger(ledger))
    old = {**(remembered(earlier.folder) if earlier else {}), **remembered(folder)}
    if sources_before is not None:
        old |= texts_of(instructions, sources_before)
    return Model(run, folder, instructions, contradictions, comparisons, earlier, known, also, old)


def scenario_page(scenario: Scenario) -> str:
    """Return where the scenario's page lies; the same scenario has the same address in every report."""
    digest = hashlib.sha256(scenario.place.identity.encode()).hexdigest()
    return f"scenario/{digest[:12]}.html"
