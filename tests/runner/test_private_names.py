"""The private names of pytest, pytest-bdd and xdist that we rest on, as they were when we began to."""

import inspect
from importlib.metadata import version

import pytest
from _pytest.fixtures import FixtureManager, FixtureRequest, TopRequest, call_fixture_func
from _pytest.mark.expression import Expression
from _pytest.runner import runtestprotocol
from _pytest.terminal import TerminalReporter
from execnet.gateway_io import Popen2IOMaster
from pytest_bdd.compat import get_fixture_names, getfixturedefs, inject_fixture
from pytest_bdd.scenario import parse_step_arguments
from pytest_bdd.steps import StepFunctionContext
from pytest_bdd.utils import get_required_args
from xdist.dsession import DSession
from xdist.workermanage import WorkerController


def parameters(function):
    return list(inspect.signature(function).parameters)


def test_versions_are_the_ones_we_looked_into():
    assert version("pytest") == "9.2.0"
    assert version("pytest-bdd") == "9.0.1"


def test_signatures():
    assert parameters(get_fixture_names) == ["fixturemanager"]
    assert parameters(getfixturedefs) == ["fixturemanager", "fixturename", "node"]
    assert parameters(inject_fixture) == ["request", "arg", "value"]
    assert parameters(parse_step_arguments) == ["step", "context"]
    assert parameters(get_required_args) == ["func"]
    assert parameters(call_fixture_func) == ["fixturefunc", "request", "kwargs"]
    assert parameters(TopRequest.__init__) == ["self", "pyfuncitem", "_ispytest"]
    assert parameters(runtestprotocol) == ["item", "log", "nextitem"]
    assert parameters(FixtureManager.getfixtureinfo) == ["self", "node", "func", "cls"]


def test_names():
    assert {"type", "step_func", "parser", "target_fixture"} <= set(StepFunctionContext.__annotations__)
    assert hasattr(FixtureRequest, "getfixturevalue")
    assert hasattr(TopRequest, "_fillfixtures")
    assert "workerinput" in inspect.getsource(WorkerController.__init__)
    assert parameters(TerminalReporter.__init__) == ["self", "config", "file"]


def test_names_around_the_run(pytestconfig: pytest.Config):
    assert callable(pytestconfig._parser.optparser.error)
    assert Expression.compile("критично and not perm")
    assert "self.popen = " in inspect.getsource(Popen2IOMaster)
    assert "self.terminal = " in inspect.getsource(DSession.__init__)
    assert 'when="???"' in inspect.getsource(DSession.handle_crashitem)


def test_step_parsing_reads_nothing_but_the_name_of_a_step():
    source = inspect.getsource(parse_step_arguments)
    assert source.count("step.") == source.count("step.name") > 0


def test_pytest_knows_our_ini_option(pytestconfig: pytest.Config):
    assert pytestconfig.getini("svyazka_steps") == "steps.definitions"
