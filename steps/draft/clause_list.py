"""The list of clauses that is made together with a draft: every sentence of the document is in it, once."""

from __future__ import annotations

import glob
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reports.texts.document import Document, Sentence
from reports.texts.kinds import SentenceKind
from steps.draft.passages import Passage, Way, title_of
from steps.draft.vocabulary import Act

ON_A_LINE = 8  # so many silent sentences fit
HEAD = """\
# Пункты черновика по документу «{name}». Перескажите их своими словами и сверьте виды: действие, ожидание,
# предупреждение, факт. Надпись, которой в документе нет, стоит в assumed. Место этого файла — fixtures/instructions/.
"""


@dataclass(frozen=True)
class NewClause:
    """A clause of a draft."""

    id: str
    kind: str
    text: str
    sentence: Sentence
    labels: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()


@dataclass(frozen=True)
class NewList:
    """The clauses of a document that no list knows, by the number of their sentence."""

    id: str
    document: Document
    ways: Sequence[Way]
    clauses: Mapping[int, tuple[NewClause, ...]] = field(default_factory=dict)

    def marks(self, passage: Passage) -> list[str]:
        """Return the clauses of a passage's acts, in their order."""
        return [clause.id for clause in self.clauses.get(passage.sentence.number, ())[: len(passage.acts)]]

    def as_toml(self) -> str:
        """Return the list as its file has it."""
        return "\n".join(_toml(self))


def new_list(name: str, document: Document, ways: Sequence[Way]) -> NewList:
    """Give every sentence that says something its clauses, numbered within their way."""
    clauses: dict[int, tuple[NewClause, ...]] = {}
    for at, way in enumerate(ways, 1):
        telling = [each for each in way.passages if each.kind is not SentenceKind.NAMES]
        for number, passage in enumerate(telling, 1):
            clauses[passage.sentence.number] = tuple(_clauses(f"{name}.v{at}.{number}", passage))
    return NewList(name, document, ways, clauses)


def _clauses(name: str, passage: Passage) -> Iterator[NewClause]:
    sentence = passage.sentence
    if not passage.is_walked:
        yield NewClause(name, str(passage.kind), sentence.text, sentence)
        return
    alone = len(passage.acts) + len(passage.unknown) == 1
    names = (name if alone else f"{name}.{number}" for number in range(1, 1000))
    for act in passage.acts:
        yield _of_act(next(names), act, sentence)
    for words in passage.unknown:
        yield NewClause(next(names), str(SentenceKind.ASKS), words, sentence)


def _of_act(name: str, act: Act, sentence: Sentence) -> NewClause:
    printed = {label.mended for label in sentence.labels}
    named = [text for text in (act.label, act.field) if text]
    labels = tuple(text for text in named if text in printed or text in sentence.quoted)
    assumed = tuple(text for text in named if text not in labels)
    kind = "ожидание" if act.is_seen else str(SentenceKind.ASKS)
    return NewClause(name, kind, act.text[0].upper() + act.text[1:] + ".", sentence, labels, assumed)


def _toml(made: NewList) -> Iterator[str]:
    name, title = made.document.name, title_of(made.document)
    yield HEAD.format(name=name)
    yield "[instruction]"
    for key, value in (("id", made.id), ("title", title), ("source", name), ("journal", title)):
        yield f"{key} = {_quoted(value)}"
    yield f"file = {_quoted(glob.escape(name))}"
    yield from _silent(
        [each.sentence for way in made.ways for each in way.passages if each.kind is SentenceKind.NAMES]
    )
    yield "\n[sections]"
    used = {clause.id.split(".")[1] for clauses in made.clauses.values() for clause in clauses}
    yield from (f"v{at} = {_quoted(way.title)}" for at, way in enumerate(made.ways, 1) if f"v{at}" in used)
    for number in sorted(made.clauses):
        for clause in made.clauses[number]:
            yield from _table(clause)


def _silent(sentences: Sequence[Sentence]) -> Iterator[str]:
    spots = [_quoted(_spot(sentence)) for sentence in sentences]
    lines = [", ".join(spots[at : at + ON_A_LINE]) for at in range(0, len(spots), ON_A_LINE)]
    yield "\n".join(["silent = [", *(f"    {line}," for line in lines), "]"])


def _table(clause: NewClause) -> Iterator[str]:
    where = str(clause.sentence.block.place) or f"предложение {clause.sentence.number}"
    yield "\n[[clause]]"
    for key, value in (("id", clause.id), ("kind", clause.kind), ("text", clause.text)):
        yield f"{key} = {_quoted(value)}"
    yield f"sentences = [{_quoted(_spot(clause.sentence))}]"
    yield f"where = {_quoted(where)}"
    for key, labels in (("labels", clause.labels), ("assumed", clause.assumed)):
        if labels:
            yield f"{key} = [{', '.join(map(_quoted, labels))}]"


def _spot(sentence: Sentence) -> str:
    return f"{sentence.number}:{sentence.fingerprint}"


def _quoted(text: str) -> str:
    """Write a string as TOML does: JSON's way is one of TOML's."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
