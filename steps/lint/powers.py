"""Which powers of a stand a sentence cannot do without, read from the code that carries it out.

World and Actor ask for a power by its name (`need("clock")`), and a definition asks them. What a whole way may need or
may not (a code, if the screen asks for one) is not said here: only what is asked for whatever happens.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dis import get_instructions
from functools import cache
from types import CodeType
from typing import Any

from fixtures.stand import POWERS
from fixtures.world import World
from steps.language.definition import Definition
from steps.screens.actor import Actor

THEM = ("self", "actor", "world")


def powers_of(definition: Definition) -> frozenset[str]:
    """Return the powers that the sentence asks a stand for."""
    return _asked_by(inspect.unwrap(definition.context.step_func))


@cache
def _asked_by(function: Callable[..., Any]) -> frozenset[str]:
    return frozenset(power for name in _asked_of_them(function.__code__) for power in _asking().get(name, ()))


@cache
def _asking() -> dict[str, frozenset[str]]:
    """The powers that the methods and properties of World and Actor ask for, by their names."""
    codes = {name: code for owner in (World, Actor) for name, code in _codes(owner).items()}
    asking = {name: frozenset(POWERS) & _words(code) for name, code in codes.items()}
    for _ in codes:
        further = {
            name: asking[name].union(*(asking.get(each, frozenset()) for each in _asked_of_them(code)))
            for name, code in codes.items()
            if name != "need"
        }
        if further == asking:
            break
        asking = further
    return asking


def _asked_of_them(code: CodeType) -> frozenset[str]:
    """What the code asks of an actor or a world themselves: the number of a person is no phone in a hand."""
    asked, holder = set[str](), ""
    for each in get_instructions(code):
        if each.opname in ("LOAD_ATTR", "LOAD_METHOD") and holder in THEM:
            asked.add(each.argval)
        loaded = each.argval if each.opname.startswith("LOAD_FAST") else ""
        holder = loaded[-1] if isinstance(loaded, tuple) else loaded  # some Pythons load two at once
        if each.opname == "LOAD_ATTR" and each.argval == "world":
            holder = "world"
    return frozenset(asked)


def _codes(owner: type) -> dict[str, CodeType]:
    members = {name: getattr(each, "fget", each) for name, each in vars(owner).items()}
    return {
        name: each.__code__
        for name, each in members.items()
        if inspect.isfunction(each) and name != "__init__"
    }


def _words(code: CodeType) -> frozenset[str]:
    """The words a method says itself, if it says them where powers are asked for."""
    asks = {"need", "_beside"}.intersection(code.co_names)
    return frozenset(each for each in code.co_consts if isinstance(each, str)) if asks else frozenset()
