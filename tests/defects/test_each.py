"""Every defect is written as the folder's law says: its place is there, its clauses are known, a test shows it."""

from __future__ import annotations

import re
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

from fixtures.clauses import clause_ids, clause_labels
from sim_server.defects.acting import found_function
from sim_server.defects.catalogue import ListedDefect, defect_files, known
from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import FunctionSeam
from sim_server.simulator import Simulator
from steps.labels.known import known_labels
from tests.defects.consequence import shown_by
from tests.http.ways import JOURNAL, link
from tests.http.world import World
from tests.people import ANNA, EVERYBODY

ROOT = Path(__file__).parents[2]
UNSEEN = ("answers_are_not_kept", "slower_pages")  # their pages read the same
DEFECTS = [one for one in known() if not one.is_harmless]
each = pytest.mark.parametrize("one", known(), ids=lambda one: one.id)
of_product = pytest.mark.parametrize("one", DEFECTS, ids=lambda one: one.id)


def test_each_has_one_test_of_its_consequence() -> None:
    modules = sorted(Path(__file__).parent.glob("test_*.py"))
    shown = Counter(one for file in modules for one in shown_by(import_module(f"tests.defects.{file.stem}")))
    named = {name: times for name, times in shown.items() if not name.startswith("caption:")}
    assert named == {one.id: 1 for one in DEFECTS}


@of_product
def test_it_says_what_counts_as_a_finding(one: ListedDefect) -> None:
    assert isinstance(one.what, Defect)
    captions = {label for labels in clause_labels().values() for label in labels}
    listed = known_labels()
    assert one.what.breaks or one.what.labels or one.what.test, (
        "neither clauses nor captions, nor a test of ours"
    )
    assert set(one.what.breaks) <= clause_ids()
    said = defect_files()[one.id].read_text(encoding="utf-8")
    shown = {label for label in one.what.labels if said.count(label) > 1}  # by the defect itself
    on_screens = {label for label in one.what.labels if listed and listed.knows(label)}
    assert {*one.what.labels} <= captions | on_screens | shown


@each
def test_it_says_its_consequence_in_a_russian_sentence(one: ListedDefect) -> None:
    assert one.what.says.lstrip("«")[0].isupper()
    assert one.what.says.endswith(".")
    assert any("а" <= letter <= "я" for letter in one.what.says)


@of_product
def test_what_no_screen_shows_is_seen_by_a_test_of_ours(one: ListedDefect) -> None:
    assert isinstance(one.what, Defect)
    file, _, name = one.what.test.partition("::")
    assert not name or f"def {name}(" in Path(file).read_text(encoding="utf-8")
    assert bool(name) or one.what.kind is not Kind.PROTOCOL


@each
def test_its_functions_are_there(one: ListedDefect) -> None:
    assert one.what.replaces
    for seam in one.what.replaces:
        if isinstance(seam, FunctionSeam):
            found_function(seam.target)


def test_there_are_ten_harmless_changes() -> None:
    assert len(known()) - len(DEFECTS) >= 10


def test_harmless_changes_change_pages_and_nothing_else(simulator: Simulator) -> None:
    """All at once: a way that a person goes ends where it ended, over pages that are otherwise."""
    harmless = [one.id for one in known() if one.is_harmless]
    plain, changed = World(simulator, EVERYBODY, 11), World(simulator, EVERYBODY, 11, harmless)
    pages = [link(world.browser(), world, ANNA) for world in (plain, changed)]
    assert pages[0].buttons == pages[1].buttons
    assert pages[0].items == pages[1].items
    assert pages[0].html != pages[1].html
    assert plain.links == changed.links


def test_each_harmless_change_changes_something(simulator: Simulator) -> None:
    sound = shape(World(simulator, EVERYBODY))
    for one in (one.id for one in known() if one.is_harmless and one.id not in UNSEEN):
        assert shape(World(simulator, EVERYBODY, defects=[one])) != sound, one


def shape(world: World) -> str:
    """A page without what is another one each time."""
    return re.sub(r'value="[^"]{30,}"', "", world.browser().open(f"{JOURNAL}/login").html)


@of_product
def test_its_protocol_test_is_there(one: ListedDefect) -> None:
    assert isinstance(one.what, Defect)
    if one.what.test:
        file, _, name = one.what.test.partition("::")
        assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8")
