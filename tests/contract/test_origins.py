"""Whatever proves a clause has an origin: its source prints the caption, somebody saw it, or it is told to be assumed.

The sources are not part of the repository: they are looked for in ../shared/seeds or where SVYAZKA_SOURCES points.
"""

import os
import re
from pathlib import Path

import pytest

from reports.instructions.sources import source_of
from reports.record.clauses import load_instructions
from reports.record.origins import Origin, origin
from reports.texts.labels import labels_in
from steps.language.binding import Bound
from steps.language.reading import read_feature
from steps.lint.known import Basis, known_to
from steps.lint.labels import captions_of

ROOT = Path(__file__).parents[2]
SOURCES = Path(os.environ.get("SVYAZKA_SOURCES", ROOT.parent / "shared" / "seeds"))
INSTRUCTIONS = load_instructions()
CLAUSES = {clause.id: clause for one in INSTRUCTIONS.values() for clause in one.clauses}
FEATURES = sorted((ROOT / "features").rglob("*.feature"))
MARKUP = re.compile(r"[*“”„«»\"<>\[\]\\]|\(#\)")


@pytest.fixture(scope="module")
def known() -> Basis:
    return known_to()


def proofs(known: Basis) -> list[tuple[str, str, str]]:
    """The captions by which steps prove clauses: the clause, the caption, the place."""
    found = []
    for path in FEATURES:
        bound = Bound(read_feature(path, path.relative_to(ROOT).as_posix()), known.matcher)
        for step, caption in captions_of(bound):
            marks = bound.document.clauses.get(step.line, ()) if step.type != "Context" else ()
            found += [(mark, caption, f"{bound.document.uri}:{step.line}") for mark in marks]
    return found


def test_every_caption_that_proves_a_clause_has_an_origin(known: Basis):
    found = proofs(known)
    assert len(found) > 300
    printed = {name: one.printed for name, one in INSTRUCTIONS.items()}
    unfounded = [
        one for one in found if origin(one[1], CLAUSES[one[0]], printed[one[0].partition(".")[0]]) is None
    ]
    assert unfounded == []


def test_captions_without_an_origin_are_found():
    clause = CLAUSES["perm.v1.5.3"]
    assert origin("Введите настоящее имя", clause, INSTRUCTIONS["perm"].printed) is None
    assert origin(clause.assumed[0], clause) is Origin.ASSUMED
    assert origin("Введите пароль", clause, INSTRUCTIONS["perm"].printed) is Origin.SOURCE


@pytest.mark.parametrize("name", [name for name, one in INSTRUCTIONS.items() if one.file])
def test_what_is_called_printed_is_printed_and_what_is_called_assumed_is_not(name: str):
    if not SOURCES.is_dir():
        pytest.skip("источников инструкций рядом нет (SVYAZKA_SOURCES): надписи не сверены")
    said = {sentence.number: sentence.text for sentence in source_of(INSTRUCTIONS[name], SOURCES)}
    whole = plain(" ".join(said.values()))
    for clause in INSTRUCTIONS[name].clauses:
        assert [label for label in clause.labels if plain(label) not in whole] == [], clause.id
        own = [label.text for place in clause.sentences for label in labels_in(said[place.number])]
        assert [label for label in clause.assumed if label in own] == [], clause.id


def plain(text: str) -> str:
    """The text without quotes and marks, and with single blanks."""
    return " ".join(MARKUP.sub(" ", text).split())
