"""Lines as editors count them, and places in UTF-16."""

import pytest

from steps.editor.text import Span, Text, letters, units


@pytest.mark.parametrize("source", ["а\nб\nв", "а\r\nб\r\nв", "а\rб\rв", "а\nб\r\nв"])
def test_lines_end_where_an_editor_ends_them(source: str) -> None:
    assert Text(source).lines == ["а", "б", "в"]
    assert Text(source).normal == "а\nб\nв"


def test_other_breaks_are_letters_of_a_line() -> None:
    assert len(Text("а\u2028б\x0bв\x85г").lines) == 1


@pytest.mark.parametrize(("text", "length"), [("ёж", 2), ("🙂", 2), ("👍🏽!", 5), ("\ud800", 1)])
def test_length_is_in_units_of_utf_16(text: str, length: int) -> None:
    assert units(text) == length


@pytest.mark.parametrize(("encoding", "length"), [("utf-8", 6), ("utf-16", 3), ("utf-32", 2)])
def test_place_is_found_again_whatever_an_editor_counts_in(encoding: str, length: int) -> None:
    assert units("ё🙂", encoding) == length
    line = "я 🙂 вижу 👍🏽 «ёж»"
    for column in range(len(line) + 1):
        assert letters(line, units(line[:column], encoding), encoding) == column
    assert letters(line, 1000, encoding) == len(line)


def test_written_is_a_line_without_blanks_around() -> None:
    assert Text("\n   Дано  \n").written(1) == Span(1, 3, 7)
    assert Text("").written(7) == Span(7, 0, 0)
