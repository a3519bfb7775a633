"""What the whole ways press is known to be nothing strange on a screen: it is quoted by others, or declared."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from steps.screens import promised
from steps.screens.stranger import probably_meant

FILES = sorted((Path(__file__).parents[4] / "steps" / "ways").glob("*.py"))
TREES = [ast.parse(file.read_text(encoding="utf-8")) for file in FILES]
LOOKS = ("prove", "see", "complain")  # what they are given is no control
PRESSES = ("press", "move")
TYPED = ("Отвяжите, пожалуйста, учебный профиль.",)
STRANGER, MISSING = "Связать", "Привязать профиль"


def quoted(node: ast.AST) -> Iterator[str]:
    """Every Russian text of the code that is not its documentation, a look at the screen or a part of a longer text."""
    if isinstance(node, ast.Expr | ast.JoinedStr) and not isinstance(getattr(node, "value", None), ast.Call):
        return
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in LOOKS:
        return
    if isinstance(node, ast.Constant) and re.search("[А-Яа-яЁё]", str(node.value)):
        yield str(node.value)
    for child in ast.iter_child_nodes(node):
        yield from quoted(child)


NAMED = sorted({text for tree in TREES for text in quoted(tree)} - set(TYPED))


def test_what_ways_press_is_found():
    assert {"Войти с VK ID", "Подтвердить", "Логин"} <= set(NAMED)


@pytest.mark.parametrize("caption", [*NAMED, *promised.PRESSED, f"{promised.CONTINUE_AS}Анна"])
def test_caption_of_a_way_is_no_stranger(caption: str):
    assert probably_meant(MISSING, "button", [caption, STRANGER], "") == STRANGER


def test_every_caption_that_is_declared_is_in_one_of_the_two_lists():
    declared = {
        text for text in vars(promised).values() if isinstance(text, str) and re.search("[А-я]", text)
    }
    assert declared == {*promised.PRESSED, *promised.BEGINNINGS}


def test_beginning_of_a_caption_that_a_way_presses_is_a_declared_one():
    calls = [node for tree in TREES for node in ast.walk(tree) if isinstance(node, ast.Call)]
    pressed = [call for call in calls if getattr(call.func, "attr", getattr(call.func, "id", "")) in PRESSES]
    composed = [part for call in pressed for part in call.args if isinstance(part, ast.JoinedStr)]
    assert len(composed) == len(promised.BEGINNINGS)
    assert not [ast.unparse(text) for text in composed if isinstance(text.values[0], ast.Constant)]
