"""A feature is laid out anew, and says the same."""

from pathlib import Path

import pytest

from steps.editor.formatting import formatted
from steps.editor.knowledge import Knowledge
from steps.editor.text import Text

FEATURES = Path(__file__).parents[4] / "features"
CROOKED = """\
Функция: Ф
  Сценарий: С
    Когда нажимаю «Войти»
      Тогда вижу кнопки:
      | А|
      | Бббб |
    И вижу «Вход»
"""


def laid_out(source: str, knowledge: Knowledge) -> list[str]:
    lines = list(Text(source).lines)
    for edit in formatted(Text(source), "т.feature", knowledge):
        lines[edit.span.line] = edit.text
    return lines


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_indents_and_tables_are_laid_out_whatever_ends_the_lines(end: str, knowledge: Knowledge) -> None:
    lines = laid_out(CROOKED.replace("\n", end), knowledge)
    assert lines[3] == "    Тогда вижу кнопки:"
    assert lines[4:6] == ["      | А    |", "      | Бббб |"]


def test_only_what_changes_is_written(knowledge: Knowledge) -> None:
    changed = {edit.span.line for edit in formatted(Text(CROOKED), "т.feature", knowledge)}
    assert changed == {3, 4}


def test_sound_features_stay_as_they_are(knowledge: Knowledge) -> None:
    for path in sorted(FEATURES.rglob("*.feature"))[:8]:
        assert formatted(Text(path.read_text(encoding="utf-8")), path.name, knowledge) == []


@pytest.mark.parametrize("source", ["", "Функ", CROOKED.replace("Функция", "Функцая")])
def test_text_that_cannot_be_read_is_left_alone(source: str, knowledge: Knowledge) -> None:
    assert formatted(Text(source), "т.feature", knowledge) == []
