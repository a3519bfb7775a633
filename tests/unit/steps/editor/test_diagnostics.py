"""What is wrong with a text while it is written."""

import random
import time
from itertools import islice
from pathlib import Path

import pytest

from steps.editor.completion import suggestions
from steps.editor.diagnostics import findings
from steps.editor.fixes import fixes
from steps.editor.formatting import formatted
from steps.editor.hover import hover
from steps.editor.knowledge import Knowledge
from steps.editor.renaming import renamable
from steps.editor.text import Span, Text
from steps.language.rule import Weight

FEATURES = Path(__file__).parents[4] / "features"
SECONDS_BETWEEN_KEYS = 0.3  # of the processor: several times what it takes
SOUND = """\
@perm @учитель
Функция: Ф

  @важно
  Сценарий: Учитель входит
    Когда нажимаю «Войти»
    Тогда вижу «Вход»
"""
PRESSING = 5


def rules(text: str, knowledge: Knowledge) -> list[str]:
    return [each.rule for each in findings(Text(text), "т.feature", knowledge)]


def test_sound_text_has_nothing_to_mend(knowledge: Knowledge) -> None:
    assert findings(Text(SOUND), "т.feature", knowledge) == []


def test_what_a_run_refuses_is_underlined_where_it_is_written(knowledge: Knowledge) -> None:
    wrong = SOUND.replace("Когда нажимаю", "Когда нажму")
    [step] = findings(Text(wrong), "т.feature", knowledge)
    assert (step.span, step.weight) == (Span(PRESSING, 4, 23), Weight.REFUSES)
    assert step.message.startswith("Неизвестный шаг «нажму «Войти»».")
    assert step.page.is_file()


def test_what_the_linter_alone_says_is_told_too(knowledge: Knowledge) -> None:
    [found] = findings(Text(SOUND.replace("  @важно\n", "")), "т.feature", knowledge)
    assert found.weight is Weight.REMARK
    [found] = findings(Text(SOUND + "    Когда нажимаю «Войти»\n"), "т.feature", knowledge)
    assert found.weight is not Weight.REFUSES


def test_repair_is_told_in_places_of_the_text(knowledge: Knowledge) -> None:
    found = findings(Text(SOUND.replace("«Войти»", "«Bойти»")), "т.feature", knowledge)  # a Latin B
    edits = [each.repair.edits for each in found if each.repair]
    assert edits
    assert {(each.span, each.text) for repair in edits for each in repair} == {
        (Span(PRESSING, 19, 24), "Войти")
    }


def test_line_ends_do_not_move_what_is_found(knowledge: Knowledge) -> None:
    wrong = SOUND.replace("нажимаю", "нажму")
    for changed in (wrong.replace("\n", "\r\n"), wrong.replace("\n", "\r"), "\ufeff" + wrong):
        found = findings(Text(changed), "т.feature", knowledge)
        assert PRESSING in [each.span.line for each in found if each.weight is Weight.REFUSES]


def test_clauses_of_the_library_are_known(knowledge: Knowledge) -> None:
    marked = SOUND.replace("    Когда", "    #> t.v1.1\n    Когда")
    assert rules(marked, knowledge) == []
    assert rules(marked.replace("t.v1.1", "t.v9"), knowledge) == ["отметка-пункта"]


def test_half_an_emoji_breaks_nothing(knowledge: Knowledge) -> None:
    assert rules(SOUND.replace("Учитель", "Учитель \ud83d"), knowledge) == []


def test_answers_come_between_two_keys(knowledge: Knowledge) -> None:
    source = max((path.read_text(encoding="utf-8") for path in FEATURES.rglob("*.feature")), key=len)
    text = Text(source.rstrip("\n") + "\n    Когда нажима")
    begun = time.process_time()
    findings(text, "т.feature", knowledge)
    assert suggestions(text, len(text.lines) - 1, 16, knowledge)
    assert time.process_time() - begun < SECONDS_BETWEEN_KEYS


def broken_texts(number: int) -> list[str]:
    """Real features cut, doubled and mixed up, the same ones every time."""
    chance = random.Random(15)  # noqa: S311 - not for secrets
    sources = [path.read_text(encoding="utf-8") for path in islice(sorted(FEATURES.rglob("*.feature")), 12)]
    return [_broken(chance.choice(sources), chance) for _ in range(number)]


def _broken(source: str, chance: random.Random) -> str:
    start, end = sorted(chance.sample(range(len(source)), 2))
    kept = source[:start] + source[end : end + 400]
    at = chance.randrange(len(kept) + 1)
    return (
        kept[:at]
        + chance.choice(["«", "»", "|", '"""', "@", "#>", ":", "<", "🙂", "\t", "\u2028"])
        + kept[at:]
    )


@pytest.mark.parametrize("text", broken_texts(20), ids=range(20))
def test_broken_text_is_answered_everywhere(text: str, knowledge: Knowledge) -> None:
    written = Text(text)
    for each in findings(written, "т", knowledge):
        assert 0 <= each.span.line < len(written.lines)
    for line in range(max(0, len(written.lines) - 4), len(written.lines)):
        for column in {0, len(written.line(line)) // 2, len(written.line(line))}:
            suggestions(written, line, column, knowledge)
            hover(written, line, column, knowledge)
        fixes(written, line, knowledge, findings(written, "т", knowledge))
        renamable(written, line)
    formatted(written, "т", knowledge)
