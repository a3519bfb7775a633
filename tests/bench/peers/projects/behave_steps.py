"""behave's step definitions: a sentence, a call."""

from typing import Any

from behave import step, use_step_matcher
from walking import SENTENCES

use_step_matcher("re")


def define(pattern: str, deed: str) -> None:
    def carry_out(context: Any, *words: str) -> None:
        getattr(context.walk, deed)(*words)

    step(pattern)(carry_out)


for pattern, deed in SENTENCES.items():
    define(pattern, deed)
