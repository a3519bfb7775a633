"""Wrong arguments under plain pytest: told in Russian, exit code 64, before any worker starts."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any
from unicodedata import normalize

import pytest
from _pytest.mark.expression import Expression

from steps.runner.exit_codes import refuse


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let pytest's own argument parser refuse in our way; it has no hook for that."""
    parser.optparser.error = refuse  # type: ignore[method-assign]  # this one parser, not the class


@pytest.hookimpl(wrapper=True)
def pytest_cmdline_main(config: pytest.Config) -> Generator[None, Any, Any]:
    """Check paths and expressions before any worker starts; whatever pytest still objects to ends the same way."""
    if hasattr(config, "workerinput"):
        return (yield)
    _usual_letters(config)
    try:
        _check_paths(config)
        _check_expressions(config)
        return (yield)
    except pytest.UsageError as error:
        refuse("\n".join(str(each).partition("\n")[0] for each in error.args))


def _usual_letters(config: pytest.Config) -> None:
    """Write й and ё of what names scenarios as one code point each: features are read so, whatever a shell types."""
    config.option.keyword = normalize("NFC", config.option.keyword)
    config.option.markexpr = normalize("NFC", config.option.markexpr)
    parts = (argument.partition("::") for argument in config.args)
    config.args = [path + normalize("NFC", colons + name) for path, colons, name in parts]


def _check_paths(config: pytest.Config) -> None:
    for argument in config.args:
        path = argument.partition("::")[0]
        if not config.option.pyargs and not (config.invocation_params.dir / path).exists():
            raise pytest.UsageError(f"file or directory not found: {path}")


def _check_expressions(config: pytest.Config) -> None:
    for key, expression in (("-m", config.option.markexpr), ("-k", config.option.keyword)):
        try:
            Expression.compile(expression or "a")
        except SyntaxError as error:
            advice = "Слова соединяют через and, or и not, слова с пробелами не подходят."
            raise pytest.UsageError(f"выражение {key} «{expression}» не понято. {advice}") from error


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Stop when a worker found no such scenario in a file; paths and expressions were checked before."""
    if getattr(node, "workeroutput", {}).get("exitstatus") == pytest.ExitCode.USAGE_ERROR:
        named = [argument for argument in node.config.args if "::" in argument]
        raise pytest.UsageError(f"not found: {' '.join(named)}")
