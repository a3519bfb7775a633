"""How good drafts are: their steps beside those that a person wrote for the same clauses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from inspect import unwrap
from pathlib import Path
from typing import Any

from reports.record.clauses import FOLDER as LISTS
from reports.record.clauses import Instruction, load_instructions
from reports.texts.reading import read_document
from steps.catalogue.definitions import known_definitions
from steps.draft.marking import DOING, known_as, source_in
from steps.draft.passages import ways_of
from steps.draft.vocabulary import DOES, SEES
from steps.language.features import FeatureDocument
from steps.language.kinds import KINDS
from steps.language.matching import Definition
from steps.language.reading import read_feature
from steps.language.sentence import Sentence

FEATURES = Path(__file__).parents[2] / "features"
PERSONS = ("Who", "Whose", "Owner")  # the types of places that only say whom a step is about
# What a scenario gives its person, and how a step says the same of the person alone.
OWN = {"меня зовут «": "свои фамилию, имя и отчество", "мой телефон — «": "свой телефон"}
Meaning = tuple[Any, ...]


@dataclass(frozen=True)
class Compared:
    """One clause: what the draft has for it, and what a person wrote."""

    clause: str
    drafted: tuple[str, ...]
    written: tuple[str, ...]
    is_same: bool

    @property
    def is_wrong(self) -> bool:
        """Whether the draft has a step for it that says something else."""
        return bool(self.drafted) and not self.is_same


@dataclass(frozen=True)
class Figures:
    """The clauses of kind «действие» of one instruction that a scenario carries out."""

    instruction: str
    compared: tuple[Compared, ...]

    @property
    def same(self) -> int:
        """How many got the same sentence with the same labels."""
        return sum(one.is_same for one in self.compared)

    @property
    def wrong(self) -> int:
        """How many got another one."""
        return sum(one.is_wrong for one in self.compared)

    @property
    def missed(self) -> int:
        """How many got none."""
        return len(self.compared) - self.same - self.wrong


def measure(sources: Path, features: Path = FEATURES, lists: Path = LISTS) -> list[Figures]:
    """Draft every instruction whose source is in the folder, and compare; raises DocumentUnreadable."""
    found = [(path, one) for one in load_instructions(lists).values() if (path := source_in(sources, one))]
    written = _written(features) if found else {}
    comparer = _Comparer(known_definitions() if found else [])
    return [_figures(path, one, written, comparer) for path, one in found]


def total(figures: Sequence[Figures]) -> Figures:
    """Return all of them as one."""
    return Figures("всего", tuple(one for each in figures for one in each.compared))


def _figures(
    path: Path,
    instruction: Instruction,
    written: Mapping[str, Sequence[tuple[str, str]]],
    comparer: _Comparer,
) -> Figures:
    drafted = _drafted(path, instruction)
    asked = [one.id for one in instruction.clauses if one.kind == DOING and one.checkable]
    return Figures(
        instruction.id, tuple(_compared(one, drafted[one], written[one], comparer) for one in asked)
    )


def _compared(
    clause: str, drafted: Sequence[tuple[str, str]], written: Sequence[tuple[str, str]], comparer: _Comparer
) -> Compared:
    meant = {comparer.meaning(*step) for step in written}
    same = bool(drafted) and comparer.meaning(*drafted[0]) in meant
    return Compared(clause, _texts(drafted[:1]), _texts(written), same)


def _texts(steps: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for _, text in steps))


def _drafted(path: Path, instruction: Instruction) -> dict[str, list[tuple[str, str]]]:
    """Return the steps of the draft by the clause that they are marked with."""
    document = read_document(path)
    known = known_as(document, instruction)
    steps: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for way in ways_of(document):
        for passage in way.passages:
            for act, clause in zip(passage.acts, known.marks(passage), strict=True):
                steps[clause].append((SEES if act.is_seen else DOES, act.text))
    return steps


def _written(features: Path) -> dict[str, list[tuple[str, str]]]:
    """Return the steps of all features by the clause that they are marked with, said of the person alone."""
    steps: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for path in sorted(features.rglob("*.feature")):
        for kind, text, clauses in _steps(read_feature(path, path.name)):
            for clause in clauses:
                steps[clause].append((kind, text))
    return steps


def _steps(document: FeatureDocument) -> Iterator[tuple[str, str, Iterable[str]]]:
    for pickle in document.pickles:
        steps = document.steps_of(pickle)
        own = _own_data(step["text"] for step in steps)
        for step in steps:
            yield step["type"], _said_of_the_person(step["text"], own), step["clauses"]


def _own_data(texts: Iterable[str]) -> dict[str, str]:
    """Return what the scenario gave its person, and the words that mean the same."""
    own: dict[str, str] = {}
    for text in texts:
        for opening, words in OWN.items():
            if text.startswith(opening):
                own[text.removeprefix(opening).rstrip("»")] = words
    return own


def _said_of_the_person(text: str, own: Mapping[str, str]) -> str:
    for datum, words in own.items():
        for verb in ("ввожу", "вижу"):
            if text.startswith(f"{verb} «{datum}»"):
                return text.replace(f"«{datum}»", words, 1)
    return text


class _Comparer:
    """Tells what a step means: its definition and its labels, whoever it is about."""

    def __init__(self, definitions: Sequence[Definition]) -> None:
        self._definitions = definitions
        self._meanings: dict[tuple[str, str], Meaning] = {}

    def meaning(self, kind: str, text: str) -> Meaning:
        step = kind, text
        if step not in self._meanings:
            self._meanings[step] = self._found(kind, text)
        return self._meanings[step]

    def _found(self, kind: str, text: str) -> Meaning:
        for each in self._definitions:
            if each.serves(kind) and each.fits(text):
                sentence: Sentence = each.context.parser
                values = sentence.parse_arguments(text) or {}
                kinds = [KINDS[one] for one in PERSONS]
                told = ((name, values[name]) for name, kind in sentence.slots.items() if kind not in kinds)
                return unwrap(each.context.step_func), tuple(told)
        return (text,)
