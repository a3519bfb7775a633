"""What an error in a scenario means: a finding about the system, something broken, or an unsound feature."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from fixtures.stand import Stand
from steps.language.problem import Problem
from steps.runner.execution import SetUpBroke

MEND = "исправьте его или то, что стоит до него в сценарии."
MEND_ELSEWHERE = (
    "если на стенде «{}» здесь встаёт лишний экран, впишите его в [detours] файла стенда; если экран называется иначе, "
    "в [screens] (docs/stands.md). Если путь другой, исправьте «Дано» или то, что стоит до него в сценарии."
)
OURS = ("steps", "fixtures")


class Unsound(Exception):
    """Something about a feature makes any verdict on it worthless."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Carry the problems; the text names them all."""
        super().__init__("\n".join(str(problem) for problem in problems))


class NotArranged(Exception):
    """A «Дано» could not be carried out: it says what is so, so the system is not found wanting by it."""

    def __init__(self, mismatch: BaseException, stand: Stand) -> None:
        """Carry the words, and what to mend."""
        words = message_of(mismatch, whole=False)
        advice = MEND if stand.is_controlled else MEND_ELSEWHERE.format(stand.name)
        super().__init__(f"{words}\nЭто «Дано», а не проверка: {advice}")


def blamed(error: BaseException, kind: str, stand: Stand) -> BaseException:
    """Return what an error means in a step of this kind, Cucumber's word: in an arrangement nothing is a finding."""
    return NotArranged(error, stand) if kind == "Context" and is_mismatch(error) else error


def tells_all(error: BaseException) -> bool:
    """Say whether the words of an error are for people, as those of our own are: then they need no traceback."""
    of_set_up = error.__cause__ if isinstance(error, SetUpBroke) else None
    return type(of_set_up or error).__module__.partition(".")[0] in OURS


def is_mismatch(error: BaseException) -> bool:
    """Say whether the system showed something else than expected, rather than something broke."""
    return isinstance(error, AssertionError | pytest.fail.Exception) and not isinstance(
        error, pytest.xfail.Exception
    )


def reason(error: BaseException) -> str:
    """Return why a scenario ended as it did: the error in one line, but every problem of an unsound scenario."""
    return str(error) if isinstance(error, Unsound) else message_of(error, whole=False).splitlines()[0]


def message_of(error: BaseException, whole: bool) -> str:
    """Return the error's words; what pytest found out of a bare `assert` only if wanted, or where they are all."""
    text = str(error).strip() or type(error).__name__
    words, introspection, _ = text.partition("\nassert ")
    return words if introspection and not whole else text
