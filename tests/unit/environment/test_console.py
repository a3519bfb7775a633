"""What a person sees of the set-up, on a terminal and in a log."""

import io

import pytest

from fixtures.environment.console import Progress


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self):
        return True


def test_log_gets_plain_lines_with_numbers_and_quarters():
    log = io.StringIO()
    progress = Progress("Готовим", 2, log)

    with progress.step("Зависимости") as advance:
        for percent in range(0, 101, 5):
            advance(percent)
    with progress.step("Проект"):
        pass

    assert log.getvalue().splitlines() == [
        "Готовим",
        "  [1/2] Зависимости …",
        "  [1/2] Зависимости 25 %",
        "  [1/2] Зависимости 50 %",
        "  [1/2] Зависимости 75 %",
        "  [1/2] Зависимости 100 %",
        "  [1/2] Зависимости — готово",
        "  [2/2] Проект …",
        "  [2/2] Проект — готово",
    ]


def test_terminal_gets_one_living_line_for_a_step():
    terminal = Terminal()

    with Progress("Готовим", 1, terminal).step("Зависимости") as advance:
        advance(50)

    assert terminal.getvalue().count("\n") == 2
    assert "████████████░░░░░░░░░░░░  50 %" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r  [1/1] Зависимости — готово\n")


@pytest.mark.parametrize(("error", "word"), [(ValueError, "не удалось"), (KeyboardInterrupt, "прервано")])
def test_step_that_ends_badly_says_so(error, word):
    log = io.StringIO()

    with pytest.raises(error), Progress("Готовим", 1, log).step("Зависимости"):
        raise error

    assert log.getvalue().endswith(f"— {word}\n")


def test_nothing_is_said_before_the_first_step():
    log = io.StringIO()

    Progress("Готовим", 1, log)

    assert log.getvalue() == ""
