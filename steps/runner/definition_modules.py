"""Finds the modules with step definitions and registers them with pytest, in an order that never matters."""

from __future__ import annotations

import importlib
import pkgutil
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from steps.language.problem import Problem


def register_definitions(config: pytest.Config) -> list[Problem]:
    """Register every module of the package the ini option names; one that cannot be imported is a problem."""
    package = str(config.getini("svyazka_steps"))
    problems = []
    for name in sorted(module_names(package)):
        pytest.register_assert_rewrite(name)
        try:
            module = importlib.import_module(name)
        except (Exception, pytest.fail.Exception) as error:
            problems.append(_problem(name, error, config.rootpath))
        else:
            _register(config, name, module)
    return problems


def module_names(package: str) -> Iterator[str]:
    """Yield the full names of the package's modules, those of its subpackages included."""
    try:
        paths = importlib.import_module(package).__path__
    except ModuleNotFoundError as error:
        if error.name is None or not f"{package}.".startswith(f"{error.name}."):
            raise
        return
    for module in pkgutil.walk_packages(paths, f"{package}."):
        yield module.name


def _register(config: pytest.Config, name: str, module: ModuleType) -> None:
    if not config.pluginmanager.is_registered(module):
        config.pluginmanager.register(module, name)


def _problem(module: str, error: BaseException, root: Path) -> Problem:
    """Point at the deepest line of our own that led to the error."""
    own = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if "site-packages" not in frame.filename and Path(frame.filename).is_relative_to(root)
    ]
    path = Path(own[-1].filename).relative_to(root).as_posix() if own else module.replace(".", "/") + ".py"
    line = (own[-1].lineno or 1) if own else 1
    message = f"модуль шагов {module} не загрузился: {error}"
    return Problem("definitions", path, line, message)
