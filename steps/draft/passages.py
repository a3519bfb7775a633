"""A document as passages: each sentence with what it gave, in the ways and the forks that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from reports.texts.document import Block, BlockKind, Document, Sentence
from reports.texts.words import Form, tokens_of
from steps.draft.context import Context, Print
from steps.draft.places import labels_at, noun_of
from steps.draft.understanding import Understanding, understand
from steps.draft.verbs import CONDITION, NEGATING
from steps.draft.vocabulary import Act

PRINTED_WORDS = 4  # a line with so few words, and no full stop, is what a picture shows
PRINTED_END = ".!?:;,"
ALARMS = {"внимание", "важно", "осторожно"}


class Sort(StrEnum):
    """What a sentence is for the list of clauses."""

    ASKS = "действие"
    WARNS = "предупреждение"
    TELLS = "факт"
    SILENT = "о поведении ничего"


@dataclass(frozen=True)
class Passage:
    """A sentence, what it is, and what it gave; `fork` is its «если», empty on the main way."""

    sentence: Sentence
    sort: Sort
    acts: tuple[Act, ...] = ()
    unknown: tuple[str, ...] = ()
    fork: str = ""

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
    return [_way(_settled(part), document.name, first=number == 0) for number, part in enumerate(parts)]


def _passages(document: Document) -> Iterator[Passage]:
    context = Context(_printed(document))
    forking = _Forking()
    for sentence in document.sentences:
        fork = forking.of(sentence)
        if is_silent(sentence, document):
            yield Passage(sentence, Sort.SILENT)
            continue
        understood = understand(sentence.text, context)
        yield _passage(sentence, understood, fork)


def _passage(sentence: Sentence, understood: Understanding, fork: str) -> Passage:
    acts, unknown = understood.acts, understood.unknown
    sort = Sort.ASKS if acts or unknown else Sort.WARNS if _warns(sentence) else Sort.TELLS
    only_seen = not unknown and all(act.is_seen for act in acts)
    return Passage(sentence, sort, acts, unknown, "" if only_seen else fork)


def is_silent(sentence: Sentence, document: Document) -> bool:
    """Say whether a sentence only names something: a heading, a picture, a page, a column, what a picture shows."""
    named = (BlockKind.HEADING, BlockKind.CAPTION, BlockKind.PAGE, BlockKind.COLUMN)
    numbered = sentence.block.kind is BlockKind.CELL and not any(each.isalpha() for each in sentence.text)
    return sentence.block.kind in named or numbered or _is_printed(sentence.block)


def _is_printed(block: Block) -> bool:
    few = len(block.text.split()) <= PRINTED_WORDS
    return (
        block.kind is BlockKind.PARAGRAPH
        and few
        and block.text[-1:] not in PRINTED_END
        and not _quotes(block)
    )


def _quotes(block: Block) -> bool:
    return any(token.form in (Form.LABEL, Form.ADDRESS) for token in tokens_of(block.text))


def _printed(document: Document) -> Iterator[Print]:
    for sentence in document.sentences:
        tokens = tokens_of(sentence.text)
        yield from (Print(tokens[at].text, noun_of(tokens, at)) for at in labels_at(tokens))
        if _is_printed(sentence.block):
            yield Print(sentence.block.text)


def _warns(sentence: Sentence) -> bool:
    tokens = tokens_of(sentence.text)
    lemmas = [token.lemma for token in tokens]
    forbids = any(
        one == "не" and two.form is Form.ORDER for one, two in zip(lemmas, tokens[1:], strict=False)
    )
    return forbids or bool(NEGATING.union(ALARMS) & set(lemmas)) or sentence.block.number in ("!", "⚠", "⚠️")


class _Forking:
    """Knows which «если» a sentence stands under: its own, its block's, or that of the list it was put over."""

    def __init__(self) -> None:
        self._block: Block | None = None
        self._fork = ""
        self._over_list = False

    def of(self, sentence: Sentence) -> str:
        block = sentence.block
        if block.kind in (BlockKind.PAGE, BlockKind.CAPTION):
            return ""
        if block is not self._block and not (self._over_list and block.kind is BlockKind.ITEM):
            self._fork, self._over_list = "", False
        self._block = block
        if condition := condition_of(sentence.text):
            self._fork = f"{condition} ({sentence.number})"
            self._over_list = sentence.text.rstrip().endswith(":")
        return self._fork


def condition_of(text: str) -> str:
    """Return the «если …» a sentence begins with, or its «или»; nothing if everybody does what it says."""
    words = text.split()
    opening = [word.strip(",").lower() for word in words[:3]]
    if opening[:1] == ["или"] or opening[:2] == ["при", "необходимости"]:
        return opening[0] if opening[0] == "или" else "при необходимости"
    if opening[:1] and (opening[0] in CONDITION or opening == ["в", "случае", "если"]):
        said = re.split(r"[,:(]", text)[0].strip().rstrip(".!?")
        return said[:1].lower() + said[1:]
    return ""


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
    over = first is not None and first.fork and not condition_of(first.sentence.text)
    return [replace(each, fork="") if over and first and each.fork == first.fork else each for each in part]


def _way(part: Iterable[Passage], name: str, first: bool) -> Way:
    passages = tuple(part)
    return Way(_title(passages, first) or name, passages)


def _title(passages: Sequence[Passage], first: bool) -> str:
    """Return the heading a way stands under: the last one before its first step, of the document its very first."""
    before: list[Passage] = []
    for passage in passages:
        if passage.is_walked:
            break
        before.append(passage)
    headings = [each for each in before if each.sentence.block.kind is BlockKind.HEADING]
    named = [each for each in before if each.sentence.block.kind is not BlockKind.PAGE]
    bare = [each for each in named if each.sort is Sort.SILENT or each.sentence.text[-1:] not in PRINTED_END]
    chosen = headings[-2:] or (bare[:1] if first else bare[-1:])
    return " ".join(each.sentence.text for each in chosen).strip()
