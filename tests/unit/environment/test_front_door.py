"""The front door itself: its table, unknown commands, an old Python, and what is prepared for which command."""

import ast
import runpy
import sys
from pathlib import Path

import pytest

import svyazka
from fixtures.environment.browsers import BrowserMissing

FILE = Path(svyazka.__file__)


def test_plain_call_lists_every_command_with_its_line(capsys):
    assert svyazka.main([]) == 0

    said = capsys.readouterr().out.splitlines()
    for name, command in svyazka.COMMANDS.items():
        assert any(line.split() == [name, *command.help.split()] for line in said)


def test_unknown_command_is_named_and_ends_with_64(capsys):
    assert svyazka.main(["drive"]) == 64

    assert "Нет команды «drive»" in capsys.readouterr().err


def test_wrong_argument_of_a_command_ends_with_64(capsys):
    with pytest.raises(SystemExit) as ended:
        svyazka.main(["check", "--everything"])

    assert ended.value.code == 64
    assert "неизвестные аргументы: --everything" in capsys.readouterr().err


@pytest.fixture
def no_browser(monkeypatch):
    """A machine where no browser can be had."""

    def fail(_):
        raise BrowserMissing("браузера нет")

    monkeypatch.setattr("fixtures.environment.browser_setup.ensure_browser", fail)


@pytest.fixture
def called(monkeypatch):
    """The arguments that reached a command's module."""
    reached = []
    monkeypatch.setattr("fixtures.environment.check.main", lambda rest: reached.append(rest) or 0)
    return reached


def stand_in(monkeypatch, **needs):
    """Put a command with these needs into the table."""
    command = svyazka.Command("fixtures.environment.check", "main", "", **needs)
    monkeypatch.setitem(svyazka.COMMANDS, "stand-in", command)


@pytest.mark.parametrize(
    ("needs", "line", "code", "reached"),
    [
        ({"needs_browser": True}, ["features/perm"], 2, []),
        ({"needs_browser": True, "copes_unprepared": True}, [], 0, [[]]),
        ({"needs_browser": True}, ["--help"], 0, [["--help"]]),
        ({}, ["--port", "1"], 0, [["--port", "1"]]),
    ],
)
@pytest.mark.usefixtures("no_browser")
def test_missing_browser_stops_only_who_needs_one(monkeypatch, called, needs, line, code, reached):
    stand_in(monkeypatch, **needs)

    assert svyazka.main(["stand-in", *line]) == code

    assert called == reached


def test_interrupt_ends_with_130_and_one_russian_word(monkeypatch, capsys):
    def interrupt(_):
        raise KeyboardInterrupt

    stand_in(monkeypatch)
    monkeypatch.setattr(svyazka, "is_outdated", lambda _: False)
    monkeypatch.setattr("fixtures.environment.check.main", interrupt)

    assert svyazka.main(["stand-in"]) == 130

    assert capsys.readouterr().err == "Прервано.\n"


def test_old_python_can_read_the_file():
    ast.parse(FILE.read_text(encoding="utf-8"), feature_version=(3, 6))


def test_old_python_is_told_so(monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))

    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(FILE), run_name="__main__")

    assert ended.value.code == 2
    assert "Нужен Python 3.11 или новее" in capsys.readouterr().err


def test_front_door_needs_nothing_but_the_standard_library():
    """What stands before the set-up must run where nothing is installed."""
    package = FILE.parent / "fixtures"
    files = [FILE, package / "__init__.py", *(package / "environment").rglob("*.py")]
    assert len(files) > 10

    imported = {name for file in files for name in top_level_imports(file)}

    assert {name for name in imported if not is_there_before_the_set_up(name)} == set()


def is_there_before_the_set_up(module):
    """Whether a module belongs to Python or stands before the set-up itself."""
    ours = module.startswith("fixtures.environment.")
    return ours or module.partition(".")[0] in sys.stdlib_module_names


def top_level_imports(file):
    """The modules a file imports as soon as it is imported itself."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import) and node.col_offset == 0:
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.col_offset == 0:
            yield node.module
