"""Calls pytest-bdd's step definitions for our own items; the one module that knows private names of both.

`tests/runner/test_private_names.py` holds these names to what they were when this was written.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest
from _pytest.fixtures import FixtureRequest, TopRequest, call_fixture_func
from _pytest.runner import runtestprotocol
from pytest_bdd.compat import get_fixture_names, getfixturedefs, inject_fixture
from pytest_bdd.parser import Step
from pytest_bdd.scenario import parse_step_arguments
from pytest_bdd.steps import StepFunctionContext, step_function_context_registry
from pytest_bdd.utils import get_required_args

from fixtures.conduct.guard import NotAllowed
from fixtures.operator.operator import OperatorWanted
from steps.language.matching import Definition
from steps.language.sentence import Sentence
from steps.runner.here import step_here


class AsyncStep(Exception):
    """A step returned something that wants to be awaited, so it has done nothing."""


class SetUpBroke(Exception):
    """A fixture that a step asked for could not be made; the cause is the fixture's own error."""


DESCRIBED = pytest.StashKey[dict[int, Definition]]()


VISIBLE = pytest.StashKey[dict[tuple[pytest.Collector, int], list[Definition]]]()


def visible_definitions(file: pytest.File) -> list[Definition]:
    """Return the step definitions a feature can see, pytest-bdd's own ones left out; each is described once.

    Nothing is defined in a feature, so all of a folder see the same, until another conftest brings more.
    """
    above = file.parent or file
    seen = file.config.stash.setdefault(VISIBLE, {})
    key = above, len(get_fixture_names(file.session._fixturemanager))
    if key not in seen:
        described = file.config.stash.setdefault(DESCRIBED, {})
        seen[key] = [_described(each, file.config.rootpath, described) for each in _visible_contexts(above)]
    return seen[key]


def _described(context: StepFunctionContext, root: Path, described: dict[int, Definition]) -> Definition:
    if id(context) not in described:  # the registry keeps it as long as the process lives
        described[id(context)] = describe(context, root)
    return described[id(context)]


def _visible_contexts(node: pytest.Collector) -> Iterator[StepFunctionContext]:
    manager = node.session._fixturemanager
    seen = set()
    for name in get_fixture_names(manager):
        for fixture in getfixturedefs(manager, name, node) or []:
            context = step_function_context_registry.get(fixture.func)
            if context is None or id(context) in seen or _is_builtin(context):
                continue
            seen.add(id(context))
            yield context


def _is_builtin(context: StepFunctionContext) -> bool:
    return context.step_func.__module__.partition(".")[0] == "pytest_bdd"


def describe(context: StepFunctionContext, root: Path) -> Definition:
    """Describe a step definition for the checks and for whoever lists them."""
    parser = context.parser
    function = inspect.unwrap(context.step_func)
    parameters = inspect.signature(function).parameters.values()
    return Definition(
        kind=context.type,
        pattern=parser.name,
        place=_place(function, root),
        is_async=inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function),
        fits=parser.is_matching,
        nearly_fits=parser.nearly_matches if isinstance(parser, Sentence) else lambda *_: False,
        context=context,
        takes=frozenset(each.name for each in parameters),
        needs=frozenset(each.name for each in parameters if each.default is each.empty),
        misfit=parser.misfit if isinstance(parser, Sentence) else lambda _: None,
        refuses=parser.refuses if isinstance(parser, Sentence) else lambda _: None,
        corrected=parser.corrected if isinstance(parser, Sentence) else lambda _: None,
        quoted=parser.quoted if isinstance(parser, Sentence) else lambda _: None,
        does=parser.does if isinstance(parser, Sentence) else frozenset(),
    )


def _place(function: Callable[..., object], root: Path) -> str:
    code = function.__code__
    path = Path(code.co_filename)
    shown = path.relative_to(root) if path.is_relative_to(root) else path
    return f"{shown.as_posix()}:{code.co_firstlineno}"


def prepare(item: Any) -> None:
    """Give an item what pytest's fixtures need of it; functions get this from pytest itself."""
    item.obj = None
    item._fixtureinfo = item.session._fixturemanager.getfixtureinfo(node=item, func=None, cls=None)
    item.fixturenames = item._fixtureinfo.names_closure
    item._initrequest = partial(_start_request, item)
    item._initrequest()


def _start_request(item: Any) -> None:
    item.funcargs = {}
    item._request = TopRequest(item, _ispytest=True)


def fill_fixtures(item: Any) -> None:
    """Make the fixtures every scenario has, the autouse ones."""
    item._request._fillfixtures()


def execute_quietly(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """Set an item up, run it and tear it down without reporting to anyone."""
    runtestprotocol(item, log=False, nextitem=nextitem)


def execute_alone(item: pytest.Item) -> None:
    """The same, whatever is executed next: only what belongs to the whole session stays."""
    execute_quietly(item, cast(pytest.Item, item.session))  # pytest asks of it nothing but what it lies in


def lent_fixture(item: Any, name: str) -> Any:
    """Return a fixture of the whole session, outside of every scenario; it stays until the session ends."""
    state = item.session._setupstate
    state.setup(item)
    try:
        return item._request.getfixturevalue(name)
    finally:
        state.teardown_exact(item.session)
        item._request = False  # as pytest leaves an item that has run


def fulfil(context: StepFunctionContext, step: dict[str, Any], item: Any) -> None:
    """Carry out one step: its arguments from the text, its fixtures from pytest, then the call."""
    function, request = context.step_func, item._request
    arguments = arguments_of(context, step_here(item, step))
    for name in get_required_args(function):
        if name not in arguments:
            arguments[name] = _fixture(request, name)
    try:
        result = call_fixture_func(fixturefunc=function, request=request, kwargs=arguments)
    except (NotAllowed, OperatorWanted) as refused:
        pytest.skip(str(refused))
    if inspect.isawaitable(result) or inspect.isasyncgen(result):
        if inspect.iscoroutine(result):
            result.close()
        raise AsyncStep("шаг вернул то, чего ждут через await: он ничего не сделал. Уберите async.")
    if context.target_fixture is not None:
        inject_fixture(request, context.target_fixture, result)


def _fixture(request: FixtureRequest, name: str) -> object:
    try:
        return request.getfixturevalue(name)
    except pytest.skip.Exception:
        raise
    except (Exception, pytest.fail.Exception) as error:
        raise SetUpBroke(f"не удалось подготовить «{name}»: {error}") from error


def arguments_of(context: StepFunctionContext, step: dict[str, Any]) -> dict[str, Any]:
    """What a step says itself of its arguments: its text, and what stands under it."""
    expected = inspect.signature(context.step_func).parameters
    arguments = parse_step_arguments(cast("Step", _Text(step["text"])), context) | _attached(context, step)
    return {name: value for name, value in arguments.items() if name in expected}


def _attached(context: StepFunctionContext, step: dict[str, Any]) -> dict[str, Any]:
    """The step's table, read as its sentence says, and its text block, under the names pytest-bdd gives them."""
    argument = step.get("argument", {})
    attached: dict[str, Any] = {}
    if "dataTable" in argument:
        rows = [[cell["value"] for cell in row["cells"]] for row in argument["dataTable"]["rows"]]
        parser = context.parser
        attached["datatable"] = parser.parse_table(rows) if isinstance(parser, Sentence) else rows
    if "docString" in argument:
        attached["docstring"] = argument["docString"]["content"]
    return attached


class _Text:
    """The one thing pytest-bdd's argument parsing reads of a step."""

    def __init__(self, name: str) -> None:
        self.name = name
