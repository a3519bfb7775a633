"""The command `check`: every check is made, and one remark makes the exit code."""

import pytest

from fixtures.environment import check


@pytest.fixture
def made(monkeypatch):
    """The titles of the checks that were made; those about the types find something, if there is anything to find."""
    titles = []

    def passes(title, _arguments):
        titles.append(title)
        return title != "типы"

    monkeypatch.setattr(check, "_passes", passes)
    return titles


def test_remark_of_one_check_ends_with_1_after_all_were_made(made, capsys):
    assert check.main([]) == 1

    assert made == ["правила кода", "оформление", "типы", "границы пакетов"]
    assert capsys.readouterr().out == "Проверка кода: есть замечания — типы.\n"


def test_no_remarks_end_with_0(monkeypatch, capsys):
    monkeypatch.setattr(check, "_passes", lambda _title, _arguments: True)

    assert check.main([]) == 0

    assert capsys.readouterr().out == "Проверка кода: замечаний нет.\n"


@pytest.mark.parametrize(("program", "code"), [("pass", 0), ("raise SystemExit(1)", 1)])
def test_check_passes_when_its_program_ends_with_0(monkeypatch, program, code):
    monkeypatch.setattr(check, "CHECKS", (("проба", ["-c", program]),))

    assert check.main([]) == code
