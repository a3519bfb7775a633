"""Every clause of an instruction is carried out by a step, in its own words, or waived with a reason."""

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from fixtures.clauses import clause_ids
from reports.record.clauses import load_instructions
from reports.record.origins import is_quoted
from steps.language.reading import read_feature

ROOT = Path(__file__).parents[2]
INSTRUCTIONS = load_instructions()
CLAUSES = {clause.id: clause for instruction in INSTRUCTIONS.values() for clause in instruction.clauses}
COUNTING = ("Action", "Outcome")
WAYS_AT_LEAST = 9
# «Если …»: an action that only some need; it has a scenario of its own.
ASIDE = re.compile(r"perm\.v[12]\.2\.[23]|.+\.if\..+")
# The ways of an instruction: «perm.v1.3» belongs to features/perm/variant_1.feature, «paragraf.link.2» to link.feature.
WAY = re.compile(r"(\w+)\.(?:(link)|v(\d+))\.")
WAYS = sorted(
    {
        (way[1], way[2] or f"variant_{way[3]}", way[2] or f"v{way[3]}")
        for way in map(WAY.match, CLAUSES)
        if way
    }
)


def documents() -> Iterator[Any]:
    for path in sorted((ROOT / "features").rglob("*.feature")):
        yield read_feature(path, path.relative_to(ROOT).as_posix())


STEPS = [
    (f"{document.uri}:{step['line']}", step)
    for document in documents()
    for pickle in document.pickles
    for step in document.steps_of(pickle)
]
CARRIERS = {
    clause: [step for _, step in STEPS if clause in step["clauses"] and step["type"] in COUNTING]
    for clause in CLAUSES
}


def test_there_are_features_and_clauses():
    assert len(STEPS) > 100
    assert len(CLAUSES) > 50
    assert len(WAYS) >= WAYS_AT_LEAST


@pytest.mark.parametrize("clause", CLAUSES)
def test_clause_is_carried_out_or_waived(clause):
    if CLAUSES[clause].checkable:
        assert CARRIERS[clause], f"пункт «{clause}» не выполняет ни один шаг «Когда» или «Тогда»"
    else:
        assert not CARRIERS[clause], f"пункт «{clause}» объявлен непроверяемым, а шаг с ним есть"


@pytest.mark.parametrize("clause", [clause for clause in CLAUSES if CARRIERS[clause]])
def test_what_is_not_done_is_seen(clause):
    seen = any(step["type"] == "Outcome" for step in CARRIERS[clause])
    assert CLAUSES[clause].kind == "действие" or seen, f"пункт «{clause}»: отметка нужна и над шагом «Тогда»"


def test_features_are_sound_marks_and_all_and_give_no_cause_for_a_remark():
    assert not [str(each) for document in documents() for each in (*document.problems, *document.remarks)]


def test_marks_are_held_against_the_very_clauses_the_report_knows():
    assert clause_ids() == CLAUSES.keys()


@pytest.mark.parametrize("clause", [clause for clause in CLAUSES if CLAUSES[clause].checkable])
def test_labels_of_a_clause_stand_in_its_steps_to_the_letter(clause):
    texts = [step["text"] for step in CARRIERS[clause]]
    for label in CLAUSES[clause].named:
        assert any(is_quoted(label, text) for text in texts), f"надписи «{label}» нет в шагах: {texts}"


def test_every_variant_in_the_features_is_one_of_the_instruction():
    files = set((ROOT / "features").glob("*/variant_*.feature"))
    assert files <= {ROOT / "features" / instruction / f"{file}.feature" for instruction, file, _ in WAYS}


@pytest.mark.parametrize(("instruction", "file", "way"), WAYS)
def test_first_scenario_follows_the_instruction_action_by_action(instruction, file, way):
    actions = ordered_actions(instruction, way)
    assert actions, f"у пути «{instruction}.{way}» нет действий"
    path = ROOT / "features" / instruction / f"{file}.feature"
    assert path.is_file(), f"путь «{instruction}.{way}» не проходит ни один сценарий: нет файла {path.name}"
    document = read_feature(path, path.name)
    first = document.steps_of(document.pickles[0])
    walked = [mark for step in first for mark in step["clauses"] if mark in actions]
    # A sentence such as «Войдите в дневник» takes several actions one after the other.
    assert [mark for mark, _ in groupby(walked)] == [
        action for action in actions if not ASIDE.fullmatch(action)
    ]


def ordered_actions(instruction: str, way: str) -> list[str]:
    prefixes = (f"{instruction}.in.", f"{instruction}.{way}.")
    return [
        name for name, clause in CLAUSES.items() if name.startswith(prefixes) and clause.kind == "действие"
    ]
