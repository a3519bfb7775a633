"""What an editor offers to write instead: the nearest sentence, caption, tag or clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from steps.editor.hover import CAPTION_KINDS
from steps.editor.knowledge import Knowledge
from steps.editor.outline import Outline, StepLine
from steps.editor.place import Word, clauses_on, kinds_at, quoted, tags_on
from steps.editor.text import Edit, Span, Text
from steps.labels.blanks import BLANK
from steps.language.kinds import KINDS
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


def fixes(text: Text, line: int, knowledge: Knowledge) -> list[Fix]:
    """Return what can be mended on a line, the most probable first."""
    step = Outline(text).step(line)
    found = [
        *_words(tags_on(text, line), [f"@{tag}" for tag in knowledge.tags], "тег"),
        *_words(clauses_on(text, line) or [], sorted(knowledge.clauses), "пункт"),
    ]
    if step and "<" not in step.sentence:
        found += _labels(text, step, knowledge) if knowledge.fitting(step) else _sentences(step, knowledge)
    return found


def _words(words: Sequence[Word], known: Sequence[str], what: str) -> Iterator[Fix]:
    for word in words:
        nearest = None if word.text in known else nearest_word(word.text, known)
        if nearest:
            yield Fix(f"Исправить {what} на «{nearest}»", (Edit(word.span, nearest),))


def _labels(text: Text, step: StepLine, knowledge: Knowledge) -> Iterator[Fix]:
    line = text.line(step.line)
    for start, end in quoted(line[step.span.start :], step.span.start):
        kinds = kinds_at(knowledge.entries, step, line[step.span.start : start])
        if knowledge.labels and any(id(kind) in CAPTION_KINDS for kind in kinds):
            nearest = knowledge.labels.nearest(line[start:end])
            if nearest and nearest != line[start:end] and not BLANK.search(nearest):
                yield Fix(f"Исправить надпись на «{nearest}»", (Edit(Span(step.line, start, end), nearest),))


def _sentences(step: StepLine, knowledge: Knowledge) -> Iterator[Fix]:
    """The nearest sentences, with what the author has put in quotes in their places."""
    serving = {each.pattern: _bare(each.words) for each in knowledge.spellings if each.serves(step.type)}
    ranked = process.extract(
        _bare(step.sentence), serving, scorer=fuzz.ratio, limit=SENTENCES_AT_MOST, score_cutoff=ALIKE_ENOUGH
    )
    for _, _, pattern in ranked:
        sentence = _filled(pattern, step.sentence)
        yield Fix(f"Написать: {sentence}", (Edit(step.span, sentence),))


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
            return next(rest, called or kind.called)
        bare = re.search(rf"(?<!\w)(?:{kind.regex})(?!\w)", _ANY_QUOTES.sub("", written))
        return bare[0] if bare else (called or kind.called)

    return PLACEHOLDER.sub(place, pattern)
