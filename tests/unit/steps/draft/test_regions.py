"""Twelve instructions of invented regions become the steps that a person wrote for them before there were any rules."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from reports.texts.reading import read_document
from steps.draft.passages import ways_of

FOLDER = Path(__file__).with_name("regions")
TEXTS = sorted(path for path in FOLDER.iterdir() if path.suffix != ".steps")
AT_LEAST, WRONG_AT_MOST = 0.6, 0.05
REACHED = 0.95  # of all of them together, as it is: less is a step back


@dataclass(frozen=True)
class Kept:
    """How many steps were wanted, how many of them the draft has in their order, and how many others."""

    wanted: int
    same: int
    other: int


def drafted(path: Path) -> list[str]:
    ways = ways_of(read_document(path))
    return [act.text for way in ways for passage in way.passages for act in passage.acts]


def kept(path: Path) -> Kept:
    wanted = path.with_suffix(".steps").read_text(encoding="utf-8").splitlines()
    found = drafted(path)
    blocks = SequenceMatcher(None, wanted, found, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks)
    return Kept(len(wanted), same, len(found) - same)


def test_there_are_twelve_in_several_formats():
    assert len(TEXTS) == 12
    assert {path.suffix for path in TEXTS} == {".txt", ".md", ".html"}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_text_becomes_its_steps(path):
    figures = kept(path)
    assert figures.same >= AT_LEAST * figures.wanted, drafted(path)


def test_all_together_are_hardly_ever_wrong():
    figures = [kept(path) for path in TEXTS]
    wanted, same, other = (
        sum(getattr(each, name) for each in figures) for name in ("wanted", "same", "other")
    )
    print(f"Двенадцать текстов: шагов {wanted}, таких же {same}, других {other}.")
    assert same >= REACHED * wanted
    assert other <= WRONG_AT_MOST * wanted
