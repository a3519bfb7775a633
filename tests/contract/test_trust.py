"""docs/trust.md and docs/promises.md promise nothing that no test of ours holds."""

import ast
from pathlib import Path

import pytest

from tests.promises import PAGES, PROMISED, ROOT, promised

HEAD = "| обещание | проверка |"


@pytest.mark.parametrize("name", promised())
def test_promise_names_a_test_that_exists(name: str):
    file, _, function = name.partition("::")
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    assert function in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_promise_names_its_test(page: Path):
    rows = [line for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    assert len(rows) > 10
    promises = [row for row in rows if row != HEAD]
    assert [row for row in promises if not PROMISED.search(row)] == []
