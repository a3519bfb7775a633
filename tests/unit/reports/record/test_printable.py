import json
from xml.etree import ElementTree as Xml

import pytest

from reports.record.facts import RepeatTold
from reports.record.messages import encode
from reports.record.printable import printable

# What XML 1.0 forbids, each range by its ends, and what it allows but no reader shows.
FORBIDDEN = [
    *("\0", "\x08", "\x0b", "\x0c", "\x0e", "\x1b", "\x1f"),
    *("\x7f", "\x85", "\x9f"),
    *("\ud800", "\udbff", "\udc80", "\udfff"),
    *("\ufdd0", "\ufdef", "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff"),
]


@pytest.mark.parametrize("sign", FORBIDDEN, ids=ascii)
def test_what_readers_choke_on_is_left_out(sign: str) -> None:
    text = printable(f"Кноп{sign}ка")
    assert text == "Кнопка"
    assert Xml.fromstring(f"<a>{text}</a>").text == text  # noqa: S314  our own document


def test_everything_people_write_stays() -> None:
    text = "Ёлка\t«и́» 👩\u200d🏫 \u00a0\ufffd\n\U0001f600"
    assert printable(text) == text


def test_terminal_colours_are_left_out_and_lines_stay() -> None:
    assert printable("\x1b[31mнет\x1b[0m\nкнопки\t«Ёлка»\x00") == "[31mнет[0m\nкнопки\t«Ёлка»"


@pytest.mark.parametrize("sign", FORBIDDEN, ids=ascii)
def test_message_and_fact_are_text_that_can_be_written_and_read_again(sign: str) -> None:
    told = {"pickle": {"name": f"Имя{sign}", "steps": [{f"ключ{sign}": [f"{sign}б", 1, None]}]}}
    line = encode(told).encode()
    assert json.loads(line) == {"pickle": {"name": "Имя", "steps": [{"ключ": ["б", 1, None]}]}}
    assert json.loads(RepeatTold("failed", f"нет{sign}").body.encode())["reason"] == "нет"


@pytest.mark.parametrize("sign", FORBIDDEN, ids=ascii)
def test_line_of_the_stream_leaves_it_out_wherever_it_stands(sign: str) -> None:
    line = encode({"attachment": {f"{sign}body": [f"Кноп{sign}ка"]}})
    assert json.loads(line) == {"attachment": {"body": ["Кнопка"]}}


def test_backslashes_of_people_stay() -> None:
    assert json.loads(encode({"source": {"data": r"C:\better\forms\u0001"}})) == {
        "source": {"data": r"C:\better\forms\u0001"}
    }
