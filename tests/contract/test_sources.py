"""Every clause says where its source says it; where the sources are at hand, every sentence is accounted for.

The sources are not part of the repository: they are looked for in ../shared/seeds or where SVYAZKA_SOURCES points.
A small one of our own, in `source/` beside this file, is always compared.
"""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from reports.instructions.contradictions import load_contradictions
from reports.instructions.sources import compare, source_of
from reports.record.clauses import load_instructions

SOURCES = Path(os.environ.get("SVYAZKA_SOURCES", Path(__file__).parents[3] / "shared" / "seeds"))
OWN = Path(__file__).with_name("source")
INSTRUCTIONS = {name: one for name, one in load_instructions().items() if one.file} | load_instructions(OWN)
# So many were counted in the five sources.
CONTRADICTIONS = 32


def source(name: str):
    folder = OWN if (OWN / INSTRUCTIONS[name].file).is_file() else SOURCES
    if not folder.is_dir():
        pytest.skip("источников инструкций рядом нет (SVYAZKA_SOURCES): сверен только выдуманный")
    return source_of(INSTRUCTIONS[name], folder)


def test_five_instructions_name_their_sources():
    assert len(INSTRUCTIONS) >= 5 + len(load_instructions(OWN))


@pytest.mark.parametrize("name", INSTRUCTIONS)
def test_every_clause_carries_a_fingerprint(name):
    assert [clause.id for clause in INSTRUCTIONS[name].clauses if not clause.sentences] == []


@pytest.mark.parametrize("name", INSTRUCTIONS)
def test_every_clause_is_current_and_every_sentence_read(name):
    comparison = compare(INSTRUCTIONS[name], source(name))
    assert comparison.outdated == {}
    assert [sentence.text for sentence in comparison.unread] == []
    numbers = {number: [sentence.number for sentence in there] for number, there in comparison.now.items()}
    assert numbers == {sentence.number: [sentence.number] for sentence in source(name)}


@pytest.mark.parametrize("name", INSTRUCTIONS)
def test_each_sentence_that_changes_outdates_its_own_clauses(name):
    sentences = source(name)
    instruction = INSTRUCTIONS[name]
    for at, sentence in enumerate(sentences):
        changed = (*sentences[:at], replace(sentence, text=f"{sentence.text} Иначе"), *sentences[at + 1 :])
        comparison = compare(instruction, changed)
        its = {
            clause.id
            for clause in instruction.clauses
            if sentence.number in (place.number for place in clause.sentences)
        }
        assert set(comparison.outdated) == its
        assert list(comparison.unread) == ([] if its else [changed[at]])


def test_contradictions_are_known_to_their_clauses():
    assert len(load_contradictions(load_instructions())) == CONTRADICTIONS
