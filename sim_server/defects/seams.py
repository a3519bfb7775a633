"""The seams at which a defect replaces something: a function, a value of data, a number, a template, an answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from werkzeug.wrappers import Request, Response

MISSING: Final = object()  # as a value of data: the key is not there
HTML = "text/html"


@dataclass(frozen=True)
class FunctionSeam:
    """A function of the simulator, `module:name` or `module:Class.method`; what replaces it gets the real one first."""

    target: str
    replacement: Callable[..., Any]

    @property
    def place(self) -> str:
        """Where something is replaced."""
        return self.target


@dataclass(frozen=True)
class DataSeam:
    """A value of a TOML file that is read when a simulator starts: keys with dots, entries by their numbers."""

    file: str
    path: str
    value: Any

    @property
    def place(self) -> str:
        """Where something is replaced."""
        return f"{self.file} {self.path}"


@dataclass(frozen=True)
class LimitSeam:
    """A number of `domain/limits.toml`."""

    name: str
    value: int

    @property
    def place(self) -> str:
        """Where something is replaced."""
        return f"domain/limits.toml {self.name}"


@dataclass(frozen=True)
class TemplateSeam:
    """A piece of a template, by the name that Jinja knows the template by."""

    name: str
    old: str
    new: str

    @property
    def place(self) -> str:
        """Where something is replaced."""
        return self.name


@dataclass(frozen=True)
class AnswerSeam:
    """An answer on its way to the browser."""

    change: Callable[[Response, Request], None]

    @property
    def place(self) -> str:
        """Where something is replaced."""
        return "ответ браузеру"


Replacement: TypeAlias = FunctionSeam | DataSeam | LimitSeam | TemplateSeam | AnswerSeam


def function(target: str, replacement: Callable[..., Any]) -> FunctionSeam:
    """Replace a function, wherever it is called from; `replacement(real, …)` may call the real one."""
    return FunctionSeam(target, replacement)


def data(file: str, path: str, value: Any) -> DataSeam:
    """Replace a value of a file of `sim_server/`, add one, or take it away by MISSING."""
    return DataSeam(file, path, value)


def limit(name: str, value: int) -> LimitSeam:
    """Replace a limit."""
    return LimitSeam(name, value)


def template(name: str, old: str, new: str) -> TemplateSeam:
    """Replace a piece that stands in the template exactly once."""
    return TemplateSeam(name, old, new)


def response(change: Callable[[Response, Request], None]) -> AnswerSeam:
    """Change every answer: its cookies, its status, where it leads."""
    return AnswerSeam(change)


def page(change: Callable[[str, Request], str]) -> AnswerSeam:
    """Change the HTML of every page."""

    def changed(answer: Response, asked: Request) -> None:
        if answer.mimetype == HTML:
            answer.set_data(change(answer.get_data(as_text=True), asked))

    return AnswerSeam(changed)
