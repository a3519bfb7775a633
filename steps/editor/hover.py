"""What is told of the thing under the cursor: a sentence, a caption, a tag, a clause. Markdown, in Russian."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from steps.catalogue.entry import Entry, Place
from steps.editor.knowledge import ClausePlace, Knowledge
from steps.editor.outline import Outline, StepLine
from steps.editor.place import clauses_on, kinds_at, label_at, tags_on, word_at
from steps.editor.text import Span, Text
from steps.language.kinds import KINDS, SlotKind

CAPTION_KINDS = tuple(id(KINDS[name]) for name in ("Label", "Screen", "Field"))
SCREENS_AT_MOST = 5
EXAMPLES_AT_MOST = 12


@dataclass(frozen=True)
class Told:
    """What is told, and of which piece of the text."""

    words: str
    span: Span


def hover(text: Text, line: int, column: int, knowledge: Knowledge) -> Told | None:
    """Return what there is to say of the place of the cursor; None if it is nothing of ours."""
    if tag := word_at(tags_on(text, line), column):
        meaning = knowledge.tags.get(tag.text.removeprefix("@"))
        return Told(f"**{tag.text}** — {meaning or 'такого тега нет.'}", tag.span)
    if clause := word_at(clauses_on(text, line) or [], column):
        known = knowledge.clauses.get(clause.text)
        return Told(clause_told(known) if known else f"Пункта «{clause.text}» нет.", clause.span)
    outline = Outline(text)
    step = outline.step(line)
    return _of_step(text, outline, step, column, knowledge) if step and column >= step.span.start else None


def _of_step(text: Text, outline: Outline, step: StepLine, column: int, knowledge: Knowledge) -> Told | None:
    helps = [entry_told(entry) for entry in knowledge.fitting(outline.filled(step))]
    place = label_at(text, step, column)
    if place:
        line = text.line(step.line)
        kinds = kinds_at(knowledge.entries, step, line[step.span.start : place.start])
        helps[:0] = filter(None, [_of_label(line[place.start : place.end], kinds, knowledge)])
    return Told("\n\n---\n\n".join(helps), place or step.span) if helps else None


def _of_label(label: str, kinds: list[SlotKind], knowledge: Knowledge) -> str | None:
    """Where a caption stands; nothing is said of a place that is not for captions."""
    known = knowledge.labels
    if not label or "<" in label or known is None or not any(id(kind) in CAPTION_KINDS for kind in kinds):
        return None
    if screens := known.screens_of(label):
        listed = [f"- «{screen.title}» ({screen.system})" for screen in screens[:SCREENS_AT_MOST]]
        left = len(screens) - len(listed)
        return "\n".join(["Есть на экранах:", "", *listed, *([f"- и ещё на {left}"] if left > 0 else [])])
    nearest = known.nearest(label)
    return "Такой надписи нет ни на одном известном экране." + (f" Похожая: «{nearest}»." if nearest else "")


def entry_told(entry: Entry) -> str:
    """Tell what a sentence does, what may stand in its places, and where it is defined."""
    return "\n".join(_entry_lines(entry))


def _entry_lines(entry: Entry) -> Iterator[str]:
    yield f"**{entry.sentence}**"
    yield f"\n*{' · '.join(entry.keywords)}*\n\n{entry.help}"
    if entry.places:
        yield ""
        yield from (f"- {_place(place)}" for place in entry.places)
    if entry.columns:
        yield "\nСтолбцы таблицы: " + "; ".join(column.meaning for column in entry.columns) + "."
    yield f"\n`{entry.source}`"


def _place(place: Place) -> str:
    called = f"«{place.called}»" if place.quoted else place.called
    examples = [f"«{each}»" if place.quoted else each for each in place.examples[:EXAMPLES_AT_MOST] if each]
    listed = f", например: {', '.join(examples)}" if examples and place.meaning.count(":") == 0 else ""
    return f"{called} — {place.meaning}{listed}"


def clause_told(clause: ClausePlace) -> str:
    """Tell what a clause says, where it stands in its source, and which captions belong to it."""
    labels = f"\n\nНадписи: {', '.join(f'«{label}»' for label in clause.labels)}" if clause.labels else ""
    return f"**{clause.id}** · {clause.kind} · {clause.where}\n\n{clause.text}{labels}"
