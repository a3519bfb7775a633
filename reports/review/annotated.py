"""The document itself as .docx with comments at its sentences; nothing else of it changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from reports.review.remarks import remarks
from reports.review.reviewing import Review, Row
from reports.texts.document import Sentence

AUTHOR, INITIALS = "Связка", "Св"
SPACES = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\ufeff]+")


@dataclass(frozen=True)
class Annotated:
    """How many comments were made, and the sentences that were not found in the file to put theirs at."""

    comments: int
    unplaced: tuple[Sentence, ...]


def write_annotated(done: Review, original: Path, to: Path) -> Annotated:
    """Write a copy of the original with a comment at every sentence there is something to say of."""
    document = docx.Document(str(original))
    places = _Places(document)
    made, unplaced = 0, []
    for row in done.rows:
        runs = places.runs_of(row.sentence)
        if not (told := list(remarks(done, row))):
            continue
        if runs:
            document.add_comment(runs, text=_text(row, told), author=AUTHOR, initials=INITIALS)
            made += 1
        else:
            unplaced.append(row.sentence)
    document.save(str(to))
    return Annotated(made, tuple(unplaced))


def _text(row: Row, told: Sequence[str]) -> str:
    """Say of which sentence a comment is: a run may hold several."""
    return "\n".join([f"«{_short(row.sentence.text)}»", *told])


def _short(text: str, words: int = 6) -> str:
    said = text.split()
    return text if len(said) <= words else f"{' '.join(said[:words])} …"


class _Places:
    """Finds the runs of sentences, each behind the one before it: equal sentences are not rare."""

    def __init__(self, document: WordDocument) -> None:
        self._paragraphs = [(_flat(_runs(one)), one) for one in _paragraphs(document)]
        self._at = 0
        self._within = 0

    def runs_of(self, sentence: Sentence) -> list[Run]:
        wanted = SPACES.sub("", sentence.text)
        for at in (*range(self._at, len(self._paragraphs)), *range(self._at)):
            text, paragraph = self._paragraphs[at]
            begin = text.find(wanted, self._within if at == self._at else 0)
            if begin >= 0:
                self._at, self._within = at, begin + len(wanted)
                return list(_between(_runs(paragraph), begin, begin + len(wanted)))
        return []


def _paragraphs(document: WordDocument) -> Iterator[Paragraph]:
    """Every paragraph of the text in its order, those in tables too."""
    for element in document.element.body.iter(qn("w:p")):
        yield Paragraph(element, document._body)  # noqa: SLF001  the only parent there is; comments need the part


def _runs(paragraph: Paragraph) -> list[Run]:
    """The runs of a paragraph, those of its links too."""
    return [Run(element, paragraph) for element in paragraph._p.iter(qn("w:r"))]  # noqa: SLF001


def _flat(runs: Sequence[Run]) -> str:
    return "".join(SPACES.sub("", run.text) for run in runs)


def _between(runs: Sequence[Run], begin: int, end: int) -> Iterator[Run]:
    at = 0
    for run in runs:
        length = len(SPACES.sub("", run.text))
        if length and at < end and at + length > begin:
            yield run
        at += length
