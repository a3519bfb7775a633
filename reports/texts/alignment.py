"""Known sentences beside those of a document as it is today: by fingerprint and order, for equal ones are not rare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from reports.texts.document import Sentence


def aligned(known: Mapping[int, set[str]], now: Sequence[Sentence]) -> dict[int, tuple[Sentence, ...]]:
    """Tell for each known number which sentences stand there: one if it is clear, several or none if it is not.

    `known` are the fingerprints a number may have: more than one where some have been renewed and others not yet.
    """
    here = [sentence.fingerprint for sentence in now]
    numbers = sorted(known)
    there = [min(known[number] & set(here) or known[number]) for number in numbers]
    found: dict[int, tuple[Sentence, ...]] = {}
    for _, start, end, first, last in SequenceMatcher(None, there, here, autojunk=False).get_opcodes():
        stretch = tuple(now[first:last])
        one_to_one = end - start == len(stretch)
        for index, number in enumerate(numbers[start:end]):
            found[number] = (stretch[index],) if one_to_one else stretch
    return found
