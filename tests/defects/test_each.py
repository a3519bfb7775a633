"""Every defect is written as the folder's law says: its place is there, its clauses are known, a test shows it."""

from __future__ import annotations

from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

from fixtures.clauses import clause_ids, clause_labels
from sim_server.defects.acting import found_function
from sim_server.defects.catalogue import Known, known
from sim_server.defects.defect import Defect
from sim_server.defects.seams import FunctionSeam
from steps.labels.known import known_labels
from tests.defects.consequence import shown_by

DEFECTS = [one for one in known() if not one.is_harmless]
each = pytest.mark.parametrize("one", known(), ids=lambda one: one.id)
of_product = pytest.mark.parametrize("one", DEFECTS, ids=lambda one: one.id)


def test_each_has_one_test_of_its_consequence() -> None:
    modules = sorted(Path(__file__).parent.glob("test_*.py"))
    shown = Counter(one for file in modules for one in shown_by(import_module(f"tests.defects.{file.stem}")))
    named = {name: times for name, times in shown.items() if not name.startswith("caption:")}
    assert named == {one.id: 1 for one in DEFECTS}


@of_product
def test_it_says_what_counts_as_a_finding(one: Known) -> None:
    assert isinstance(one.what, Defect)
    captions = {label for labels in clause_labels().values() for label in labels}
    listed = known_labels()
    assert one.what.breaks or one.what.labels, "neither clauses nor captions"
    assert set(one.what.breaks) <= clause_ids()
    assert [
        one for one in one.what.labels if one not in captions and not (listed and listed.knows(one))
    ] == []


@each
def test_it_says_its_consequence_in_a_russian_sentence(one: Known) -> None:
    assert one.what.says[0].isupper()
    assert one.what.says.endswith(".")
    assert any("а" <= letter <= "я" for letter in one.what.says)


@each
def test_its_functions_are_there(one: Known) -> None:
    assert one.what.replaces
    for seam in one.what.replaces:
        if isinstance(seam, FunctionSeam):
            found_function(seam.target)
