"""Wrong arguments under plain pytest: told in Russian, exit code 64, before any worker starts."""

from __future__ import annotations

import re
from collections.abc import Generator
from functools import partial
from pathlib import Path
from typing import Any, NoReturn
from unicodedata import normalize

import pytest
from _pytest.mark.expression import Expression

from fixtures.environment.console import speak_utf8
from steps.language.tags import known_tags, unknown_tag
from steps.runner.exit_codes import refuse

ROOT = Path(__file__).parents[2]
OPTIONS_ARE_KNOWN_BY = "steps.runner.collector"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Speak UTF-8 from the start, and let pytest's own parser refuse in our way; it has no hook for that."""
    speak_utf8()
    parser.optparser.error = refuse  # type: ignore[method-assign]  # this one parser, not the class


def pytest_load_initial_conftests(early_config: pytest.Config, parser: pytest.Parser) -> None:
    """Let the parser know where it was told to look: our options are known only where the project is."""
    parser.optparser.error = partial(_refuse, early_config)  # type: ignore[method-assign]  # as above


def _refuse(config: pytest.Config, message: str) -> NoReturn:
    if not config.pluginmanager.has_plugin(OPTIONS_ARE_KNOWN_BY):
        taken_for_paths = config.known_args_namespace.file_or_dir  # the values of unknown options, too
        complaints = [_complaint(config, path) for path in taken_for_paths if Path(path).exists()]
        message = next(filter(None, complaints), message)
    refuse(message)


@pytest.hookimpl(wrapper=True)
def pytest_cmdline_main(config: pytest.Config) -> Generator[None, Any, Any]:
    """Check paths and expressions before any worker starts; whatever pytest still objects to ends the same way."""
    _usual_letters(config)
    if hasattr(
        config, "workerinput"
    ):  # it is given the arguments as they were typed, and they were checked before
        return (yield)
    try:
        _check_paths(config)
        _check_expressions(config)
        return (yield)
    except pytest.UsageError as error:
        refuse("\n".join(str(each).partition("\n")[0] for each in error.args))


def _usual_letters(config: pytest.Config) -> None:
    """Write й and ё of what names scenarios as one code point each: features are read so, whatever a shell types."""
    config.option.keyword = normalize("NFC", config.option.keyword)
    config.option.markexpr = normalize("NFC", config.option.markexpr).replace(
        "@", ""
    )  # tags as features write them
    if getattr(config.option, "only", None):
        config.option.only = [normalize("NFC", each) for each in config.option.only]
    parts = (argument.partition("::") for argument in config.args)
    config.args = [path + normalize("NFC", colons + name) for path, colons, name in parts]


def _check_paths(config: pytest.Config) -> None:
    for argument in () if config.option.pyargs else config.args:
        if complaint := _complaint(config, argument):
            raise pytest.UsageError(complaint)


def _complaint(config: pytest.Config, argument: str) -> str | None:
    """Say what is wrong with where an argument points to, if anything is."""
    path = (config.invocation_params.dir / argument.partition("::")[0]).resolve()
    if not path.exists():
        return f"file or directory not found: {argument}"
    projects = [ROOT, *([config.rootpath] if config.inipath else [])]
    if any(path.is_relative_to(project.resolve()) for project in projects):
        return None
    return f"вне папки проекта {projects[-1]}: {argument}"


def _check_expressions(config: pytest.Config) -> None:
    for key, expression in (("-m", config.option.markexpr), ("-k", config.option.keyword)):
        try:
            Expression.compile(expression or "a")
        except SyntaxError as error:
            advice = "Слова соединяют через and, or и not, слова с пробелами не подходят."
            raise pytest.UsageError(f"выражение {key} «{expression}» не понято. {advice}") from error
    registered = {re.split("[:(]", line)[0].strip() for line in config.getini("markers")}
    for tag in _words(config.option.markexpr):
        if tag not in registered | known_tags().keys():
            raise pytest.UsageError(unknown_tag(tag))


def _words(expression: str) -> list[str]:
    """Return the tags that an expression names."""
    return [word for word in re.findall(r"[^\s()]+", expression or "") if word not in ("and", "or", "not")]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Stop when a worker found no such scenario in a file; paths and expressions were checked before."""
    if getattr(node, "workeroutput", {}).get("exitstatus") == pytest.ExitCode.USAGE_ERROR:
        named = [argument for argument in node.config.args if "::" in argument]
        raise pytest.UsageError(f"not found: {' '.join(named)}")
