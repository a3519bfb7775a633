"""Only who says yes has agreed, and only where somebody can say it."""

import io

import pytest

from reports.record.asking import agreed


class Terminal(io.StringIO):
    """Somebody sits there and has typed this."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("typed", "is_agreed"), [("д\n", True), (" Да \n", True), ("yes\n", True), ("н\n", False), ("\n", False)]
)
def test_only_yes_agrees(monkeypatch, capsys, typed, is_agreed):
    monkeypatch.setattr("sys.stdin", Terminal(typed))
    assert agreed("Записать?") is is_agreed
    assert capsys.readouterr().out == "Записать? [д/н] "


def test_end_of_input_is_no_answer_and_no_accident(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", Terminal(""))
    assert agreed("Записать?") is False
    assert capsys.readouterr().out == "Записать? [д/н] \n"


def test_nobody_agrees_where_nobody_can_be_asked(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("да\n"))
    assert agreed("Записать?") is False
    assert capsys.readouterr().out == ""
