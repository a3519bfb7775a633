"""The catalogue in a terminal: sentences by topic, or a few of them with all that is known of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from steps.catalogue.entry import KEYWORDS_SAID, TEXT_BELOW, Entry, Place, Use
from steps.catalogue.meaning import Hits

KEYWORD_WIDTH = len("Дано, Когда")
CAPTIONS_AT_MOST = 3
QUOTES = '"""'
SHOWN_AT_MOST = 10  # of what a search found; who wants more has not said what they want
HINT = "Подробно: python3 svyazka.py steps СЛОВА — например, steps кнопка. Найдётся и то, что сказано другими словами."


def overview(entries: Sequence[Entry]) -> Iterator[str]:
    """Yield the lines of the whole catalogue, a sentence a line, by topic."""
    yield KEYWORDS_SAID
    for topic, group in groupby(entries, key=lambda entry: entry.topic):
        yield f"\n{topic}"
        yield from (_line(entry) for entry in group)
    yield f"\nПредложений: {len(entries)}. {HINT}"


def found(hits: Hits, sought: str) -> Iterator[str]:
    """Yield the lines of what a search found."""
    if hits.meant:
        yield f"Такого слова в предложениях нет. Может быть: {', '.join(hits.meant)}?\n"
    if hits.captions:
        yield f"Это надпись на экране. Нажать надпись: {_to_press(hits.captions)}"
    elif not hits.entries:
        yield f"По словам «{sought}» ничего не нашлось. Весь список: python3 svyazka.py steps"
        yield "Если это надпись на экране, нажать её: нажимаю «…»"
    for entry in hits.entries[:SHOWN_AT_MOST]:
        yield from _told(entry)
        yield ""
    if more := len(hits.entries[SHOWN_AT_MOST:]):
        yield f"Ещё {more}: уточните слова"


def _to_press(captions: Sequence[str]) -> str:
    return ", ".join(f"нажимаю «{caption}»" for caption in captions[:CAPTIONS_AT_MOST])


def unused(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield the lines of the sentences no scenario uses."""
    left = [entry for entry in entries if not entry.uses]
    yield "Ни в одном сценарии не встречаются:" if left else "Каждое предложение где-нибудь да встречается."
    yield from (f"{_line(entry)}  ({entry.source})" for entry in left)


def _line(entry: Entry) -> str:
    return f"  {', '.join(entry.keywords):<{KEYWORD_WIDTH}}  {entry.sentence}"


def _told(entry: Entry) -> Iterator[str]:
    yield f"{', '.join(entry.keywords)}: {entry.sentence}"
    yield from (f"    {line.strip()}" for line in entry.help.splitlines() if line.strip())
    yield from (f"    {_place(place)}" for place in entry.places)
    if entry.columns:
        yield f"    Под ним таблица без заголовка: {'; '.join(map(_place, entry.columns))}"
    if entry.wants_text:
        yield f"    {TEXT_BELOW}"
    if entry.on_live:
        yield f"    {entry.on_live}"
    if entry.synonyms:
        yield f"    Ещё: {', '.join(entry.synonyms)}"
    if entry.example:
        yield from _example(entry.example)
    yield f"    {_used(entry)}. Тема: {entry.topic} ({entry.source})"


def _place(place: Place) -> str:
    called = f"«{place.called}»" if place.quoted else place.called
    examples = ", ".join(f"«{one}»" for one in place.examples) if place.quoted else ""
    return f"{called} — {place.meaning}" + (f": {examples}" if examples else "")


def _example(use: Use) -> Iterator[str]:
    yield f"    Например: {use.text}  ({use.at})"
    yield from (f"      | {' | '.join(row)} |" for row in use.table)
    yield from (f"      {line}" for line in (QUOTES, *use.words, QUOTES) if use.words)


def _used(entry: Entry) -> str:
    if not entry.uses:
        return "Ни в одном сценарии не встречается"
    files = entry.files
    more = f" и ещё в {len(files) - 2}" if len(files) > 3 else ""
    shown = files[:2] if more else files
    return f"Встречается: {len(entry.uses)}, в {', '.join(shown)}{more}"
