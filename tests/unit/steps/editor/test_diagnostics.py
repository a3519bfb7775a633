"""What is wrong with a text while it is written."""

import random
from itertools import islice
from pathlib import Path

import pytest

from steps.editor.completion import suggestions
from steps.editor.diagnostics import ADVICE, ERROR, findings
from steps.editor.fixes import fixes
from steps.editor.hover import hover
from steps.editor.knowledge import Knowledge
from steps.editor.renaming import renamable
from steps.editor.text import Span, Text

FEATURES = Path(__file__).parents[4] / "features"
SOUND = "@важно\nФункция: Ф\n  Сценарий: С\n    Когда нажимаю «Войти»\n    Тогда вижу «Вход»\n"


def test_sound_text_has_nothing_to_mend(knowledge: Knowledge) -> None:
    assert findings(Text(SOUND), "т.feature", knowledge) == []


def test_what_a_run_refuses_is_underlined_where_it_is_written(knowledge: Knowledge) -> None:
    wrong = SOUND.replace("    Когда нажимаю", "    Когда нажму").replace("@важно", "@важна")
    tag, step = findings(Text(wrong), "т.feature", knowledge)
    assert (tag.span, tag.rule, tag.severity) == (Span(0, 0, 6), "unknown_tag", ERROR)
    assert (step.span, step.rule) == (Span(3, 4, 23), "undefined")
    assert step.message.startswith("Неизвестный шаг «нажму «Войти»».")


def test_what_a_run_only_remarks_is_advice(knowledge: Knowledge) -> None:
    unseen = SOUND + "    Когда нажимаю «Войти»\n"
    assert [(each.rule, each.severity) for each in findings(Text(unseen), "т", knowledge)] == [
        ("unseen_end", ADVICE)
    ]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_do_not_move_what_is_found(end: str, knowledge: Knowledge) -> None:
    wrong = ("\ufeff" + SOUND.replace("нажимаю", "нажму")).replace("\n", end)
    assert [each.span.line for each in findings(Text(wrong), "т", knowledge)] == [3]


def test_clauses_of_the_library_are_known(knowledge: Knowledge) -> None:
    marked = SOUND.replace("    Когда", "    #> t.v1.1\n    Когда")
    assert findings(Text(marked), "т", knowledge) == []
    [found] = findings(Text(marked.replace("t.v1.1", "t.v9")), "т", knowledge)
    assert found.rule == "clause_mark"


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
        fixes(written, line, knowledge)
        renamable(written, line)
