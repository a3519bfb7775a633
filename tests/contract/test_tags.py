"""Every scenario of the project carries the tags by which people select: without one it is left out in silence."""

import tomllib
from pathlib import Path

import pytest

from steps.language.reading import read_feature
from steps.language.tags import TAGS_FILE

ROOT = Path(__file__).parents[2]
GROUPS = {group: set(tags) for group, tags in tomllib.loads(TAGS_FILE.read_text(encoding="utf-8")).items()}
FEATURES = sorted((ROOT / "features").rglob("*.feature"))


@pytest.mark.parametrize("path", FEATURES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_scenarios_name_their_instruction_and_one_severity(path: Path) -> None:
    for pickle in read_feature(path, path.name).pickles:
        tags = {tag["name"].removeprefix("@") for tag in pickle["tags"]}
        assert tags & GROUPS["instruction"], f"«{pickle['name']}»: нет тега инструкции"
        assert len(tags & GROUPS["severity"]) == 1, f"«{pickle['name']}»: тег важности нужен один"
        assert tags & GROUPS["role"], f"«{pickle['name']}»: нет тега роли"
