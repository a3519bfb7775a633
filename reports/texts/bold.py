"""Bold words as labels: many documents print captions so instead of quoting them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reports.texts.labels import labels_in
from reports.texts.words import Form, word

ENDS = ".,;:!"  # of a sentence around a caption: what is bold by chance
# What instructions print bold to stress it: their own words, and what no screen has as a caption.
STRESSED = {"vk id", "смс", "sms", "внимание", "важно", "примечание", "осторожно"}


def captions_of(parts: Sequence[str], bold: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Give every part of a text the bold words that stand in it, in their order."""
    left = [words for words in bold if any(words in part for part in parts)]
    for part in parts:
        own: list[str] = []
        at = 0
        while left and (found := part.find(left[0], at)) >= 0:
            own.append(left.pop(0))
            at = found + len(own[-1])
        yield tuple(own)


def with_quotes(text: str, bold: Sequence[str]) -> str:
    """Quote the captions among the bold words of a sentence, unless it quotes anything itself."""
    if labels_in(text):
        return text
    quoted, at = "", 0
    for words in bold:
        start = text.find(words, at)
        caption = words.rstrip(ENDS)
        if start >= 0 and _is_caption(caption, text, is_first=not text[:start].strip()):
            quoted += f"{text[at:start]}«{caption}»"
            at = start + len(caption)
    return quoted + text[at:]


def _is_caption(words: str, text: str, is_first: bool) -> bool:
    """Say whether bold words are what a screen has: neither the whole sentence nor an order that is stressed."""
    is_whole = words == text.strip().rstrip(ENDS)
    is_order = is_first and word(words.split(" ")[0]).form in (Form.ORDER, Form.INFINITIVE)
    return words[:1].isupper() and words.lower() not in STRESSED and not is_whole and not is_order
