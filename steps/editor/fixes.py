"""What an editor offers to write instead: what findings say themselves, and the nearest sentence, tag or clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from rapidfuzz import fuzz, process

from steps.editor.diagnostics import Finding
from steps.editor.knowledge import Knowledge
from steps.editor.outline import Outline, StepLine
from steps.editor.place import Word, clauses_on, sample, tags_on
from steps.editor.text import Edit, Text
from steps.language.kinds import KINDS
from steps.language.rule import Weight
from steps.language.sentence import PLACEHOLDER
from steps.language.spelling import blur, nearest_word

SENTENCES_AT_MOST = 3
ALIKE_ENOUGH = 55  # of 100: below it a sentence has little to do with what was written
_ANY_QUOTES = re.compile(r"«((?:[^«»]|«[^«»]*»)*)»|\"([^\"]*)\"|“([^”]*)”|„([^“]*)“")


@dataclass(frozen=True)
class Fix:
    """A change that mends something; the title is what the editor shows."""

    title: str
    edits: tuple[Edit, ...]


def fixes(text: Text, line: int, knowledge: Knowledge, found: Sequence[Finding] = ()) -> list[Fix]:
    """Return what can be mended on a line: what its findings say, what is nearest to what stands there, the layout."""
    here = [each for each in found if each.span.line == line]
    mends = [*_told(here, advice=False), *_nearest(text, line, knowledge), *_told(here, advice=True)]
    return list({fix.edits: fix for fix in reversed(mends)}.values())[::-1]


def _told(found: Sequence[Finding], advice: bool) -> list[Fix]:
    of = [each.repair for each in found if (each.weight is Weight.ADVICE) is advice]
    return [Fix(repair.title, repair.edits) for repair in of if repair]


def _nearest(text: Text, line: int, knowledge: Knowledge) -> Iterator[Fix]:
    yield from _words(tags_on(text, line), [f"@{tag}" for tag in knowledge.tags], "тег")
    yield from _words(clauses_on(text, line) or [], sorted(knowledge.clauses), "пункт")
    step = Outline(text).step(line)
    if step and "<" not in step.sentence and not knowledge.fitting(step):
        yield from _sentences(step, knowledge)


def _words(words: Sequence[Word], known: Sequence[str], what: str) -> Iterator[Fix]:
    for word in words:
        nearest = None if word.text in known else nearest_word(word.text, known)
        if nearest:
            yield Fix(f"Исправить {what} на «{nearest}»", (Edit(word.span, nearest),))


def _sentences(step: StepLine, knowledge: Knowledge) -> Iterator[Fix]:
    """The nearest sentences, with what the author has put in quotes in their places, where it may stand there."""
    serving = {each.pattern: each for each in knowledge.spellings if each.serves(step.type)}
    ranked = process.extract(
        _bare(step.sentence),
        {pattern: _bare(each.words) for pattern, each in serving.items()},
        scorer=fuzz.ratio,
        limit=2 * SENTENCES_AT_MOST,
        score_cutoff=ALIKE_ENOUGH,
    )
    filled = ((serving[pattern], _filled(pattern, step.sentence)) for _, _, pattern in ranked)
    for sentence in islice((text for spelling, text in filled if spelling.means(text)), SENTENCES_AT_MOST):
        yield Fix(f"Написать «{sentence}»", (Edit(step.span, sentence),))


def _bare(sentence: str) -> str:
    """What is always so in a sentence: what stands in quotes says nothing of which sentence it is."""
    return blur(_ANY_QUOTES.sub("«»", sentence))


def _filled(pattern: str, written: str) -> str:
    """The sentence with what was written in its places, from left to right; where nothing was, with their names."""
    values = [next(filter(None, found.groups()), "") for found in _ANY_QUOTES.finditer(written)]
    rest = iter(values)

    def place(found: re.Match[str]) -> str:
        kind_name, _, called = found[1].partition(":")[2].partition("=")
        kind = KINDS[kind_name]
        if pattern[: found.start()].endswith("«"):
            return next(rest, sample(kind, called))
        bare = re.search(rf"(?<!\w)(?:{kind.regex})(?!\w)", _ANY_QUOTES.sub("", written))
        return bare[0] if bare else sample(kind, called)

    return PLACEHOLDER.sub(place, pattern)
