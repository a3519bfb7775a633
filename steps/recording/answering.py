"""Windows of the browser's own, answered by whoever records: the answer is said before what calls for it."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable

from playwright.sync_api import Dialog

from fixtures.sight.device import Device
from fixtures.sight.dialogs import ALERT, CONFIRM, LEAVING, PROMPT
from reports.record.asking import agreed
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


class Answers:
    """Has the windows of all devices answered, and keeps the steps that say so."""

    def __init__(self, answer: Answer, number: Callable[[], int]) -> None:
        """Have answered nothing; `answer` is asked what to, `number` says how many things were heard by then."""
        self._answer = answer
        self._number = number
        self._steps: list[tuple[float, Step]] = []

    def attend(self, device: Device) -> None:
        """Have this device's windows answered, those that no step has prepared for."""
        device.dialogs.improvise = self._improvise

    def take(self, before: float = math.inf) -> list[Step]:
        """The steps for what was answered before that thing was heard: they stand before what has called for them."""
        taken = [step for number, step in self._steps if number < before or before == math.inf]
        self._steps = [(number, step) for number, step in self._steps if step not in taken]
        return taken

    def _improvise(self, dialog: Dialog) -> str | None:
        given = self._answer(dialog.type, dialog.message)
        # Whether to leave is asked before all is heard that was done until then.
        number = math.inf if dialog.type == LEAVING else self._number()
        self._steps.append((number, answered(dialog.type, dialog.message, given)))
        return given


def ask_in_terminal(kind: str, words: str) -> str | None:
    """Ask whoever sits at the terminal; without one, agree."""
    if not sys.stdin.isatty():
        return consent(kind, words)
    print(QUESTIONS[kind].format(words), flush=True)
    if kind == ALERT:
        return None
    if kind == PROMPT:
        return input("Ответ (пусто — отказаться): ") or None
    return "" if agreed("") else None
