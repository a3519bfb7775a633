"""A name that says nothing: «Тест», «Проверка 2», «Сценарий»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from steps.language.problem import Problem
from steps.language.rule import Weight
from steps.lint.inspected import Inspected

WEIGHT = Weight.ADVICE
SAYS_NOTHING = re.compile(
    r"(?:(?:нов\w+|ещё|один|втор\w+|друг\w+|мо[йя]|простой|позитивн\w+|негативн\w+) )*"
    r"(?:тест\w*|проверк\w+|сценари\w+|пример\w*|кейс\w*|вариант\w*|случа\w+|шаг\w*|test\w*|case\w*|scenario\w*)?"
    r"[ №#-]*\d*[.)]?",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"^\s*(?:№\s*)?\d+[.)]?\s+\S|\s(?:№\s*)?\d+$")
OF_SOMETHING = re.compile(
    r"(?:школ|класс|вариант|шаг|номер|код|раз|пункт)\w*\.?\s*(?:№\s*)?\d+$", re.IGNORECASE
)


def find(inspected: Inspected) -> Iterator[Problem]:
    """Yield the scenarios whose names tell nothing of what is checked, or differ from others by a number alone."""
    for scenario in inspected.document.scenarios:
        name = scenario.node["name"].strip()
        if name and SAYS_NOTHING.fullmatch(name):
            message = f"название «{name}» ничего не говорит. Напишите, что человек сделал и что увидел."
            yield inspected.document.problem("empty_title", scenario, message)
        elif NUMBERED.search(name) and not OF_SOMETHING.search(name):
            message = (
                f"в названии «{name}» стоит номер. Напишите вместо него, чем сценарий отличается от соседних."
            )
            yield inspected.document.problem("empty_title", scenario, message)
