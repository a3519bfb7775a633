"""Every scenario of the project carries the tags by which people select: without one it is left out in silence."""

from pathlib import Path

import pytest

from steps.language.binding import Bound
from steps.language.reading import read_feature
from steps.lint.inspected import Inspected
from steps.lint.known import known_to
from steps.lint.rules.missing_tag import find

ROOT = Path(__file__).parents[2]
FEATURES = sorted((ROOT / "features").rglob("*.feature"))
KNOWN = known_to()


def test_groups_of_tags_are_known():
    assert {"instruction", "role", "severity"} <= KNOWN.tags.keys()
    assert all(KNOWN.tags.values())


@pytest.mark.parametrize("path", FEATURES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_scenarios_name_their_instruction_and_one_severity(path: Path) -> None:
    bound = Bound(read_feature(path, path.name), KNOWN.matcher)
    inspected = Inspected(bound, path.read_text(encoding="utf-8"), KNOWN)
    assert inspected.document.pickles
    assert [problem.message for problem in find(inspected)] == []
