"""Drafts of the five sources beside the scenarios that people wrote for them, and no rule that knows a source by heart.

The sources are not part of the repository: they are looked for in ../shared/seeds or where SVYAZKA_SOURCES points.
"""

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reports.record.clauses import load_instructions
from reports.texts.reading import read_document
from steps.catalogue.definitions import known_definitions
from steps.draft.drafting import drafted
from steps.draft.marking import source_in
from steps.draft.measuring import Figures, measure, total

ROOT = Path(__file__).parents[2]
SOURCES = Path(os.environ.get("SVYAZKA_SOURCES", ROOT.parent / "shared" / "seeds"))
RULES = [
    path for folder in ("steps/draft", "reports/texts") for path in sorted((ROOT / folder).rglob("*.py"))
]
SAME_AT_LEAST, WRONG_AT_MOST = 0.70, 0.05
TOGETHER = 4  # words of a source that may follow one another in a rule


@pytest.fixture(scope="module")
def sources() -> Path:
    if not SOURCES.is_dir():
        pytest.skip(
            "источников инструкций рядом нет (SVYAZKA_SOURCES): черновики сверены только с выдуманными"
        )
    return SOURCES


@pytest.fixture(scope="module")
def figures(sources) -> Figures:
    return total(measure(sources))


def test_most_actions_become_the_steps_that_people_wrote(figures):
    assert len(figures.compared) > 100
    assert figures.same >= SAME_AT_LEAST * len(figures.compared)


def test_hardly_any_action_becomes_another_step(figures):
    assert figures.wrong <= WRONG_AT_MOST * len(figures.compared)


def test_no_sentence_of_a_source_is_lost(sources):
    lists = list(load_instructions().values())
    for path in filter(None, (source_in(sources, one) for one in lists)):
        document = read_document(path)
        draft = drafted(document, lists)
        assert draft.known is not None, path.name
        numbers = [passage.sentence.number for way in draft.ways for passage in way.passages]
        assert numbers == list(range(1, len(document.sentences) + 1))


def test_no_rule_knows_a_source_by_heart(sources):
    known = {run for path in sources.iterdir() for run in _runs(path.read_text(encoding="utf-8"))}
    assert len(known) > 1000
    known -= {run for each in known_definitions() for run in _runs(each.pattern)}  # our own language
    quoted = {
        f"{path.name}: {' '.join(run)}"
        for path in RULES
        for text in _texts(path)
        for run in _runs(text)
        if run in known
    }
    assert quoted == set()


def _texts(path: Path) -> Iterator[str]:
    """Every text in a module, the docstrings too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of more words than may follow one another."""
    words = re.findall(r"\w+", text.lower().replace("ё", "е"))
    yield from zip(*(words[start:] for start in range(TOGETHER + 1)), strict=False)
