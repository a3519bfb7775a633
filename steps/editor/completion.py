"""What can be written at the cursor: sentences, captions, persons, tags, clauses, the words of Gherkin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from steps.editor.hover import clause_told, entry_told
from steps.editor.knowledge import Knowledge
from steps.editor.outline import Outline, StepLine
from steps.editor.place import (
    cell_at,
    clauses_on,
    column_kind,
    kinds_at,
    label_at,
    sample,
    table_step,
    tags_on,
    word_at,
)
from steps.editor.text import Span, Text
from steps.labels.blanks import BLANK
from steps.language.kinds import KINDS, SlotKind

SENTENCE, LABEL, NAME, TAG, CLAUSE, WORD = "sentence", "label", "name", "tag", "clause", "word"
CHOICES_AT_MOST = 40
SCREENS_AT_MOST = 3
TITLES = "titles"
WORDS = {
    "Функция: ": "о чём файл; одна на файл",
    "Правило: ": "несколько сценариев об одном",
    "Предыстория:": "шаги, с которых начинается каждый сценарий файла",
    "Сценарий: ": "один случай",
    "Структура сценария: ": "один случай для нескольких строк «Примеров»",
    "Примеры:": "таблица под структурой сценария",
    "Дано ": "что есть до начала",
    "Когда ": "что человек делает",
    "Тогда ": "что человек видит",
    "И ": "продолжает предыдущее слово",
    "Но ": "продолжает предыдущее слово",
}


@dataclass(frozen=True)
class Suggestion:
    """Something that can be written in a place; `snippet` has the places to be filled in, None if there are none.

    `after` closes what it is written in. The smaller `rank`, the sooner it is wanted.
    """

    kind: str
    text: str
    span: Span
    snippet: str | None = None
    detail: str = ""
    help: str = ""
    after: str = ""
    rank: int = 0


def suggestions(text: Text, line: int, column: int, knowledge: Knowledge) -> list[Suggestion]:
    """Return what fits the place of the cursor."""
    outline = Outline(text)
    if line in outline.within_text:
        return []
    if tags_on(text, line):
        return list(_tags(text, line, column, knowledge))
    if clauses_on(text, line) is not None:
        return list(_clauses(text, line, column, knowledge))
    if cell := cell_at(text, line, column):
        return list(_cells(*cell, outline, knowledge))
    step = outline.step(line)
    if step and column >= step.span.start:
        return list(_in_step(text, step, column, knowledge, outline))
    return list(_words(text, line, column))


def _tags(text: Text, line: int, column: int, knowledge: Knowledge) -> Iterator[Suggestion]:
    here = word_at(tags_on(text, line), column)
    span = here.span if here else Span(line, column, column)
    for tag, meaning in knowledge.tags.items():
        yield Suggestion(TAG, f"@{tag}", span, detail=meaning)


def _clauses(text: Text, line: int, column: int, knowledge: Knowledge) -> Iterator[Suggestion]:
    """The clauses of the instructions that this file marks come first, those it has not marked yet before all."""
    here = word_at(clauses_on(text, line) or [], column)
    span = here.span if here else Span(line, column, column)
    marked = [word.text for number in range(len(text.lines)) for word in clauses_on(text, number) or ()]
    instructions = {clause.partition(".")[0] for clause in marked}
    for clause in knowledge.clauses.values():
        rank = 0 if clause.id.partition(".")[0] in instructions else 1
        rank += clause.id in marked
        yield Suggestion(CLAUSE, clause.id, span, detail=clause.text, help=clause_told(clause), rank=rank)


def _in_step(
    text: Text, step: StepLine, column: int, knowledge: Knowledge, outline: Outline
) -> Iterator[Suggestion]:
    inside = label_at(text, step, column)
    if inside is None:
        yield from _sentences(step, column, knowledge)
        return
    line = text.line(step.line)
    closing = "" if line[inside.end : inside.end + 1] == "»" else "»"
    for kind in kinds_at(knowledge.entries, step, line[step.span.start : inside.start]):
        yield from (replace(each, after=closing) for each in _values(kind, inside, knowledge, outline))


def _cells(number: int, span: Span, outline: Outline, knowledge: Knowledge) -> Iterator[Suggestion]:
    step = table_step(outline, span.line)
    if step and (kind := column_kind(knowledge.entries, step, number)):
        for each in _values(kind, span, knowledge, outline):
            yield replace(each, text=each.text.replace("|", "\\|"))


def _sentences(step: StepLine, column: int, knowledge: Knowledge) -> Iterator[Suggestion]:
    """All of what is to the right of the keyword gives way, so that a half-typed sentence can be any other."""
    span = Span(step.line, step.span.start, max(step.span.end, column))
    for each in knowledge.spellings:
        if each.serves(step.type):
            keywords, rank = " · ".join(each.entry.keywords), 0 if each.first else 1
            told = entry_told(each.entry)
            yield Suggestion(SENTENCE, each.words, span, snippet(each.pattern), keywords, told, rank=rank)


def snippet(pattern: str) -> str:
    """Write a sentence as editors take it: with numbered places, and a choice where the names are few."""
    pieces = re.split(r"\{([^{}]*)\}", pattern)
    written = [_escaped(piece) if i % 2 == 0 else "" for i, piece in enumerate(pieces)]
    for number, inside in enumerate(pieces[1::2], start=1):
        written[2 * number - 1] = _place(number, inside)
    return "".join(written)


def _place(number: int, inside: str) -> str:
    """A place `name:Kind` or `name:Kind=called` of a pattern."""
    kind_name, _, called = inside.partition(":")[2].partition("=")
    kind = KINDS[kind_name]
    names = tuple(kind.names())
    if 0 < len(names) <= CHOICES_AT_MOST:
        listed = ",".join(re.sub(r"([\\,|])", r"\\\1", name) for name in names)
        return f"${{{number}|{listed}|}}"
    return f"${{{number}:{_escaped(sample(kind, called))}}}"


def _escaped(text: str) -> str:
    return re.sub(r"([\\$}])", r"\\\1", text)


def _values(kind: SlotKind, span: Span, knowledge: Knowledge, outline: Outline) -> Iterator[Suggestion]:
    """What may stand in a place: names from a list, captions of screens, else the examples of its kind."""
    if names := (*kind.words, *kind.names()):
        yield from (Suggestion(NAME, name, span, detail=kind.title) for name in names)
    elif wanted := CAPTIONS.get(id(kind)):
        yield from _captions(wanted, span, knowledge, outline)
    else:
        yield from (Suggestion(NAME, each, span, detail=kind.meaning) for each in kind.examples if each)


# Which captions may stand in places of a kind, by the words of the list of captions.
CAPTIONS: dict[int, tuple[str, ...]] = {
    id(KINDS["Label"]): ("buttons", "texts", "fields"),
    id(KINDS["Screen"]): (TITLES,),
    id(KINDS["Field"]): ("fields",),
}


def _captions(
    wanted: Sequence[str], span: Span, knowledge: Knowledge, outline: Outline
) -> Iterator[Suggestion]:
    """What the file quotes already comes first, then kind after kind."""
    known, quoted = knowledge.labels, set(_quoted_elsewhere(outline, span))
    if known is None:
        return
    kinds = [known.titles if kind == TITLES else known.of_kind(kind) for kind in wanted]
    ranked: dict[str, int] = {}
    for rank, label in ((rank, _typable(each)) for rank, listed in enumerate(kinds, 1) for each in listed):
        if label:
            ranked.setdefault(label, 0 if label in quoted else rank)
    for label, rank in ranked.items():
        titles = dict.fromkeys(f"«{screen.title}»" for screen in known.screens_of(label))
        yield Suggestion(LABEL, label, span, detail=", ".join(list(titles)[:SCREENS_AT_MOST]), rank=rank)


def _typable(caption: str) -> str:
    """A caption as an author writes it: without the blank at its end; nothing of one that has another."""
    return re.sub(r"^[^‹›]*‹.*", "", re.sub(rf" ?{BLANK.pattern}$", "", caption))


def _quoted_elsewhere(outline: Outline, span: Span) -> Iterator[str]:
    for step in outline.steps:
        if step.line != span.line:
            yield from re.findall(r"«([^«»]*(?:«[^«»]*»[^«»]*)*)»", step.sentence)


def _words(text: Text, line: int, column: int) -> Iterator[Suggestion]:
    """The words of Gherkin, at the beginning of a line."""
    before = text.line(line)[:column]
    if " " in before.strip() or ":" in before:
        return
    span = Span(line, len(before) - len(before.lstrip()), column)
    yield from (Suggestion(WORD, word, span, detail=meaning) for word, meaning in WORDS.items())
