"""Windows of the browser's own, answered by whoever records: the answer is said before what calls for it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Dialog

from fixtures.sight.device import Device
from fixtures.sight.dialogs import ALERT, CONFIRM, LEAVING, PROMPT
from steps.recording.entry import Step
from steps.recording.wording import said

# Asked with the kind of window and its words; returns what to type, empty for a mere consent, None for a refusal.
Answer = Callable[[str, str], str | None]


QUESTIONS = {
    ALERT: "Страница показывает окно «{}».",
    CONFIRM: "Страница спрашивает «{}». Согласиться?",
    PROMPT: "Страница просит написать ответ на «{}».",
    LEAVING: "Страница спрашивает, уйти ли с неё. Уйти?",
}
YES = ("д", "да", "y", "yes")


def consent(kind: str, _words: str) -> str | None:
    """Agree to everything, where nobody can be asked."""
    return None if kind == ALERT else ""


def answered(kind: str, words: str, answer: str | None) -> Step:
    """The step that prepares for this window and this answer."""
    if kind == LEAVING:
        return said("stay" if answer is None else "leave")
    if kind == ALERT:
        return said("dismiss", words=words)
    if answer is None:
        return said("refuse", words=words)
    return said("reply", words=words, answer=answer) if kind == PROMPT else said("agree", words=words)


@contextmanager
def improvising(device: Device, answer: Answer) -> Iterator[list[Step]]:
    """Have the windows that come meanwhile answered; the list grows by a step for each."""
    steps: list[Step] = []

    def improvise(dialog: Dialog) -> str | None:
        given = answer(dialog.type, dialog.message)
        steps.append(answered(dialog.type, dialog.message, given))
        return given

    device.dialogs.improvise = improvise
    try:
        yield steps
    finally:
        device.dialogs.improvise = None


def ask_in_terminal(kind: str, words: str) -> str | None:
    """Ask whoever sits at the terminal; without one, agree."""
    if not sys.stdin.isatty():
        return consent(kind, words)
    print(QUESTIONS[kind].format(words), flush=True)
    if kind == ALERT:
        return None
    if kind == PROMPT:
        return input("Ответ (пусто — отказаться): ") or None
    return "" if input("[д/н] ").strip().lower() in YES else None
