"""The step definitions there are, without a run: what a matcher, a catalogue or an editor begins with."""

from __future__ import annotations

import importlib
from pathlib import Path

from pytest_bdd.steps import StepFunctionContext, step_function_context_registry

from steps.language.matching import Definition
from steps.runner.definition_modules import module_names
from steps.runner.execution import describe

ROOT = Path(__file__).parents[2]
PACKAGE = "steps.definitions"


def known_definitions(package: str = PACKAGE, root: Path = ROOT) -> list[Definition]:
    """Return every definition of the package's modules, in the order of the modules and of the lines in them.

    A module that cannot be imported raises what its import raised.
    """
    for name in sorted(module_names(package)):
        importlib.import_module(name)
    contexts = [
        each
        for each in step_function_context_registry.values()
        if f"{each.step_func.__module__}.".startswith(f"{package}.")
    ]
    described = [describe(each, root) for each in contexts]
    return sorted(described, key=lambda each: (_place(each), each.pattern))


def module_of(context: StepFunctionContext) -> str:
    """Return the last part of the name of the module a definition stands in."""
    return context.step_func.__module__.rpartition(".")[2]


def _place(definition: Definition) -> tuple[str, int]:
    file, _, line = definition.place.rpartition(":")
    return file, int(line)
