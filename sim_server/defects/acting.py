"""Which defects act in the request at hand, and functions and limits that heed them.

What acts belongs to a thread, as a request does, and not to a context: one system calls another in an empty one.
"""

from __future__ import annotations

import functools
import inspect
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from types import FunctionType
from typing import Any, Protocol

from sim_server.defects.seams import AnswerSeam, FunctionSeam, LimitSeam, Replacement
from sim_server.domain.limits import LIMITS, Limits

SEAM = "seam__"  # the argument by which a function's shell finds what it leads to


class DefectUnsound(Exception):
    """A defect names a place that there is not; the message is for whoever writes it."""


class Noting(Protocol):
    """Who takes down which functions and limits were asked."""

    functions: set[str]
    limits: set[str]


@dataclass(frozen=True)
class Acting:
    """What is replaced at the seams that are open in one process, and who takes down what is asked there."""

    functions: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    limits: Mapping[str, int] = field(default_factory=dict)
    answers: Sequence[AnswerSeam] = ()
    noting: Noting | None = None

    @classmethod
    def of(cls, replacements: Sequence[Replacement]) -> Acting:
        """What these replacements do; the seams they need are opened."""
        functions = {one.target: one.replacement for one in replacements if isinstance(one, FunctionSeam)}
        limits = {one.name: one.value for one in replacements if isinstance(one, LimitSeam)}
        for target in functions:
            open_function(target)
        for name in limits:
            open_limit(name)
        return cls(functions, limits, [one for one in replacements if isinstance(one, AnswerSeam)])


NOTHING = Acting()
_HERE = threading.local()
_OPENING = threading.Lock()


def acting() -> Acting:
    """What acts in the request at hand."""
    found: Acting = getattr(_HERE, "acting", NOTHING)
    return found


@contextmanager
def act(what: Acting) -> Iterator[None]:
    """Let it act until the end of the block, in this thread."""
    before = acting()
    _HERE.acting = what
    try:
        yield
    finally:
        _HERE.acting = before


def open_function(target: str) -> None:
    """Let the function heed what acts. Its code is exchanged, not its name: so whoever holds it is reached."""
    found = found_function(target)
    with _OPENING:
        if is_open(found):
            return
        found.__kwdefaults__ = {**(found.__kwdefaults__ or {}), SEAM: _Dispatch(target, _copy(found))}
        free = found.__code__.co_freevars
        found.__code__ = _shell.__code__.replace(co_freevars=free, co_name=found.__name__)


def is_open(function: FunctionType) -> bool:
    """Whether the function heeds what acts."""
    return SEAM in (function.__kwdefaults__ or {})


def found_function(target: str) -> FunctionType:
    """The innermost function of `module:name`; raises DefectUnsound."""
    module, _, name = target.partition(":")
    try:
        owner = import_module(module)
        *way, last = name.split(".")
        for step in way:
            owner = getattr(owner, step)
        held = inspect.getattr_static(owner, last)
    except (ImportError, AttributeError) as error:
        raise DefectUnsound(f"there is no «{target}»: {error}") from error
    for inner in ("__func__", "fget", "func"):
        held = getattr(held, inner, held)
    if hasattr(held, "cache_info"):
        raise DefectUnsound(f"«{target}» remembers its answers: choose what asks it")
    found = inspect.unwrap(held)
    if not isinstance(found, FunctionType):
        raise DefectUnsound(f"«{target}» is no function")
    return found


def _copy(function: FunctionType) -> Callable[..., Any]:
    made = FunctionType(
        function.__code__,
        function.__globals__,
        function.__name__,
        function.__defaults__,
        function.__closure__,
    )
    made.__kwdefaults__ = function.__kwdefaults__
    return functools.wraps(function, assigned=("__module__", "__qualname__", "__doc__"), updated=())(made)


def _shell(*arguments: Any, seam__: Callable[..., Any], **named: Any) -> Any:
    return seam__(*arguments, **named)


@dataclass(frozen=True)
class _Dispatch:
    target: str
    real: Callable[..., Any]

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        here = acting()
        if here.noting is not None:
            here.noting.functions.add(self.target)
        replacement = here.functions.get(self.target)
        if replacement is None:
            return self.real(*arguments, **named)
        return replacement(self.real, *arguments, **named)


def open_limit(name: str) -> None:
    """Let that number heed what acts; raises DefectUnsound."""
    if name not in Limits.model_fields:
        raise DefectUnsound(f"there is no limit «{name}»")
    object.__setattr__(LIMITS, "__class__", _HeedfulLimits)


class _HeedfulLimits(Limits):
    """The limits of the world at hand."""

    def __getattribute__(self, name: str) -> Any:
        here = acting()
        if here.noting is not None:
            here.noting.limits.add(name)
        return here.limits[name] if name in here.limits else super().__getattribute__(name)
