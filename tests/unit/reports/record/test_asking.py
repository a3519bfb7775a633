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


def test_unknown_answer_is_asked_again(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", Terminal("чего\nда\n"))
    assert agreed("Записать?") is True
    assert capsys.readouterr().out == "Записать? [д/н] Ответьте «да» или «нет».\nЗаписать? [д/н] "


def test_end_of_all_input_agrees_to_nothing(monkeypatch):
    monkeypatch.setattr("sys.stdin", Terminal("чего\n"))
    assert agreed("Записать?") is False


def test_nobody_agrees_where_nobody_can_be_asked(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("да\n"))
    assert agreed("Записать?") is False
    assert capsys.readouterr().out == ""
