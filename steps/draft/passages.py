"""A document as passages: each sentence with what it gave, in the ways and the forks that it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from reports.texts.document import BlockKind, Document, Sentence
from reports.texts.kinds import (
    SENTENCE_SIGNS,
    Forks,
    SentenceKind,
    condition_at_end_of,
    condition_of,
    is_printed,
    names_only,
    warns,
)
from reports.texts.opening import opens_way
from reports.texts.words import tokens_of
from steps.draft.context import Context, Print
from steps.draft.places import labels_at, noun_of
from steps.draft.understanding import Understanding, understand
from steps.draft.vocabulary import Act

TITLE_WORDS = 12  # a line with more is no title
EITHER_IN = ("телефон", "или", "почта")  # so documents say that VK ID takes either
EITHER = "Телефон или почта"  # and so its field is called then


@dataclass(frozen=True)
class Passage:
    """A sentence, what it is, and what it gave; `fork` is its «если», empty on the main way.

    `left_out` is what it says beside its acts and no step does: a person must see to it.
    """

    sentence: Sentence
    kind: SentenceKind
    acts: tuple[Act, ...] = ()
    unknown: tuple[str, ...] = ()
    fork: str = ""
    left_out: tuple[str, ...] = ()

    @property
    def is_walked(self) -> bool:
        """Whether it says something that a scenario carries out."""
        return bool(self.acts or self.unknown)


@dataclass(frozen=True)
class Way:
    """A part of the document that leads from a beginning to an end, under its heading."""

    title: str
    passages: tuple[Passage, ...]

    @property
    def main(self) -> tuple[Passage, ...]:
        """What everybody does who goes this way."""
        return tuple(each for each in self.passages if not each.fork and each.is_walked)

    @property
    def forks(self) -> dict[str, tuple[Passage, ...]]:
        """What only some do, by their «если», in order."""
        names = dict.fromkeys(each.fork for each in self.passages if each.fork and each.is_walked)
        return {name: tuple(each for each in self.passages if each.fork == name) for name in names}


def ways_of(document: Document) -> list[Way]:
    """Read a document into its ways; every sentence is in one of them, those before the first heading too."""
    passages = list(_passages(document))
    parts = [part for part in _parts(passages) if part]
    return [_way(_settled(part), title_of(document)) for part in parts]


def title_of(document: Document) -> str:
    """Return what a document is called: its first heading that is not one way's, else its first sentence."""
    sentences = [sentence for sentence in document.sentences if sentence.block.kind is not BlockKind.PAGE]
    headings = (
        each for each in sentences if each.block.kind is BlockKind.HEADING and not opens_way(each.block.text)
    )
    first = next(headings, sentences[0] if sentences else None)
    return _named(first) if first else document.name


def _passages(document: Document) -> Iterator[Passage]:
    context = Context(_printed(document))
    forks = Forks()
    for sentence in document.sentences:
        fork = forks.fork_of(sentence)
        if names_only(sentence):
            yield Passage(sentence, SentenceKind.NAMES)
        else:
            yield _passage(sentence, understand(sentence.quoted, context), fork)


def _passage(sentence: Sentence, understood: Understanding, fork: str) -> Passage:
    acts, unknown = understood.acts, understood.unknown
    otherwise = SentenceKind.WARNS if warns(sentence) else SentenceKind.TELLS
    kind = SentenceKind.ASKS if acts or unknown else otherwise
    only_seen = not unknown and all(act.is_seen for act in acts)
    left_out = understood.left_out
    if condition := condition_at_end_of(sentence.quoted):
        if not fork and not only_seen and len(acts) + len(unknown) == 1:
            fork = f"{condition} ({sentence.number})"
        elif acts:  # of which of them it is said, only a person can tell
            left_out = (*left_out, condition)
    return Passage(sentence, kind, acts, unknown, "" if only_seen else fork, left_out)


def _printed(document: Document) -> Iterator[Print]:
    for sentence in document.sentences:
        tokens = tokens_of(sentence.quoted)
        yield from (Print(tokens[at].text, noun_of(tokens, at)) for at in labels_at(tokens))
        if is_printed(sentence.block):
            yield Print(sentence.block.text)
        lemmas = [token.lemma for token in tokens if token.lemma not in ("электронный", "номер")]
        if EITHER_IN in zip(lemmas, lemmas[1:], lemmas[2:], strict=False):
            yield Print(EITHER)


def _parts(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Part the passages where a heading opens another way, or where a list begins to count anew."""
    part: list[Passage] = []
    for passage in passages:
        if part and _opens(part, passage):
            walked = any(each.is_walked for each in part)
            if walked:
                is_heading = passage.sentence.block.kind is BlockKind.HEADING
                tail = [] if is_heading else _heading_at_end(part)
                yield part[: len(part) - len(tail)]
                part = tail
        part.append(passage)
    yield part


def _opens(part: Sequence[Passage], passage: Passage) -> bool:
    block = passage.sentence.block
    if block.kind is BlockKind.HEADING:
        return part[-1].sentence.block.kind is not BlockKind.HEADING
    counted = any(each.sentence.block.number.isdigit() and each.is_walked for each in part)
    same = part[-1].sentence.block is block
    return block.kind is BlockKind.ITEM and block.number == "1" and counted and not same


def _heading_at_end(part: Sequence[Passage]) -> list[Passage]:
    """Return what stands at the end of a part without being walked: it belongs to the list that begins anew."""
    tail: list[Passage] = []
    for passage in reversed(part):
        ended = passage.sentence.text.endswith(tuple(".!?…"))
        if ended or passage.is_walked or passage.sentence.block.kind in (BlockKind.CAPTION, BlockKind.PAGE):
            break
        tail.insert(0, passage)
    return tail


def _settled(part: Sequence[Passage]) -> list[Passage]:
    """A way that is all under one «если …:» is a way of its own, not a fork of nothing."""
    first = next((each for each in part if each.is_walked), None)
    over = first is not None and first.fork and not _has_condition(first.sentence)
    return [replace(each, fork="") if over and first and each.fork == first.fork else each for each in part]


def _has_condition(sentence: Sentence) -> bool:
    return bool(condition_of(sentence.text) or condition_at_end_of(sentence.quoted))


def _way(part: Iterable[Passage], name: str) -> Way:
    passages = tuple(part)
    return Way(_title(passages) or name, passages)


def _title(passages: Sequence[Passage]) -> str:
    """Return the heading a way stands under: the last one before its first step, or the last line that may be one.

    «Вариант 1» says nothing by itself: the line under it goes with it.
    """
    before = list(takewhile(lambda each: not each.is_walked, passages))
    bare = [each for each in before if _may_be_title(each)]
    headings = [each for each in bare if each.sentence.block.kind is BlockKind.HEADING]
    chosen = headings[-1:] or bare[-1:]
    if headings and opens_way(headings[-1].sentence.text):
        chosen += bare[bare.index(headings[-1]) + 1 :][:1]
    names = list(dict.fromkeys(_named(each.sentence) for each in chosen))
    return ": ".join([*(name.rstrip(".:;,") for name in names[:-1]), *names[-1:]])


def _may_be_title(passage: Passage) -> bool:
    sentence = passage.sentence
    short = len(sentence.text.split()) <= TITLE_WORDS and sentence.text[-1:] not in SENTENCE_SIGNS
    untitled = (BlockKind.PAGE, BlockKind.COLUMN, BlockKind.CELL, BlockKind.CAPTION)
    return sentence.block.kind is BlockKind.HEADING or (short and sentence.block.kind not in untitled)


def _named(sentence: Sentence) -> str:
    block = sentence.block
    is_whole = block.kind is BlockKind.HEADING or len(block.text.split()) <= TITLE_WORDS
    return block.text if is_whole else sentence.text
