"""How it is said that a window of the browser's own was answered."""

import pytest

from fixtures.sight.dialogs import ALERT, CONFIRM, LEAVING, PROMPT
from steps.recording.answering import answered, consent


@pytest.mark.parametrize(
    ("kind", "answer", "said"),
    [
        (ALERT, None, "закрою окно браузера «Да?»"),
        (CONFIRM, "", "на вопрос браузера «Да?» соглашусь"),
        (CONFIRM, None, "на вопрос браузера «Да?» откажусь"),
        (PROMPT, "пять", "на вопрос браузера «Да?» отвечу «пять»"),
        (PROMPT, None, "на вопрос браузера «Да?» откажусь"),
        (LEAVING, "", "на вопрос браузера, уйти ли со страницы, соглашусь"),
        (LEAVING, None, "на вопрос браузера, уйти ли со страницы, откажусь"),
    ],
)
def test_answer_is_said(kind: str, answer: str | None, said: str):
    assert answered(kind, "Да?", answer).text == said


def test_whoever_cannot_be_asked_agrees():
    assert [consent(kind, "Да?") for kind in (ALERT, CONFIRM, LEAVING)] == [None, "", ""]
