"""What a public function does is told in one mood, as an order: «Return the page», not «Returns the page»."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("steps", "fixtures", "sim_server", "reports")
TOLD = re.compile(r"[A-Z][a-z]+s\b(?!')")  # «Returns»; these begin otherwise:
NOUNS = {"Always", "Access", "Does", "Its", "Perhaps", "This", "Unless", "Whose"}


def told(package: str) -> Iterator[str]:
    """Every function whose docstring begins with what it does, as if somebody watched it."""
    for file in sorted((ROOT / package).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and (text := ast.get_docstring(node)):
                word = TOLD.match(text)
                if word and word[0] not in NOUNS and not word[0].endswith("ss"):
                    yield f"{file.relative_to(ROOT)}:{node.lineno} {text.splitlines()[0]}"


@pytest.mark.parametrize("package", PACKAGES)
def test_docstring_of_a_function_says_what_to_do(package: str):
    assert list(told(package)) == []
