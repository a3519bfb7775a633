"""A command line that speaks Russian and ends with 64."""

import re

import pytest

from fixtures.environment.arguments import ArgumentParser


@pytest.fixture
def parser():
    """A parser with one of each."""
    made = ArgumentParser(prog="svyazka.py run")
    made.add_argument("path")
    made.add_argument("--port", type=int, metavar="ПОРТ")
    made.add_argument("--kind", choices=["да", "нет"], metavar="ВИД")
    made.add_argument("--quiet", action="store_true")
    made.add_argument("--both", nargs=2, metavar="ЧИСЛО")
    return made


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("a --prot 1", "неизвестные аргументы: --prot 1"),
        ("", "не хватает аргументов: path"),
        ("a --port x", "ключ --port: нужно целое число, а не 'x'"),
        ("a --port", "ключу --port нужно значение"),
        ("a --kind может", "ключ --kind: нет значения 'может'"),
        ("a --quiet=5", "ключу --quiet значение не нужно: '5'"),
        ("a --both 1", "ключу --both нужно значений: 2"),
        ("a --po 1", "неизвестные аргументы: --po 1"),
    ],
)
def test_wrong_line_is_told_in_russian_and_ends_with_64(parser, capsys, line, message):
    with pytest.raises(SystemExit) as ended:
        parser.parse_args(line.split())

    assert ended.value.code == 64
    assert f"Ошибка: {message}" in re.sub(r"/ПОРТ|/ВИД", "", capsys.readouterr().err)


def test_help_has_no_english_word(parser, capsys):
    with pytest.raises(SystemExit) as ended:
        parser.parse_args(["--help"])

    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert said.startswith("Вызов: svyazka.py run [-h]")
    assert "показать эту справку" in said
    assert not re.search(r"usage|options|positional|show this|exit", said)
