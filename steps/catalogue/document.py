"""The catalogue as a document: what follows from the definitions alone, so that no new scenario changes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from steps.catalogue.entry import KEYWORDS_SAID, TEXT_BELOW, Entry, Place

HEAD = """\
# Предложения для сценариев

Этот список составила команда `python3 svyazka.py steps --format md`: правят не его, а пояснения в `steps/definitions/`.
Искать удобнее командой `python3 svyazka.py steps СЛОВА` или на странице «Словарь шагов» отчёта: там есть и примеры.
"""


def markdown(entries: Sequence[Entry]) -> str:
    """Return the document."""
    return "\n".join([HEAD, KEYWORDS_SAID, *_topics(entries)]) + "\n"


def _topics(entries: Sequence[Entry]) -> Iterator[str]:
    for topic, group in groupby(entries, key=lambda entry: entry.topic):
        yield f"\n## {topic}"
        for entry in group:
            yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[str]:
    yield f"\n### {entry.sentence}\n"
    yield f"*{', '.join(entry.keywords)}.* {entry.help}"
    if entry.places or entry.columns or entry.wants_text:
        yield ""
    yield from (f"- {_place(place)}" for place in entry.places)
    yield from (f"- столбец таблицы {n}: {_place(each)}" for n, each in enumerate(entry.columns, start=1))
    if entry.wants_text:
        yield f"- {TEXT_BELOW}"
    if entry.on_live:
        yield f"\n{entry.on_live}"
    if entry.synonyms:
        yield f"\nЕщё: {', '.join(entry.synonyms)}."


def _place(place: Place) -> str:
    called = f"«{place.called}»" if place.quoted else place.called
    examples = (
        ", ".join(f"`{one}`" for one in place.examples if one) if place.quoted and not place.grows else ""
    )
    return f"{called} — {place.meaning}" + (f": {examples}" if examples else "")
