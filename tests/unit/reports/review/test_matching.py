"""Re-worded documents are recognised; what changes a negation, a number or a label is never called the same."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from reports.record.clauses import Clause, Instruction, Spot, load_instructions
from reports.review.reviewing import ALIGNED, Review, State, review
from reports.texts.document import Block, BlockKind, Document
from reports.texts.plain import read_text

FOLDER = Path(__file__).with_name("reworded")
LISTS = load_instructions()
RECALL, PRECISION = 0.90, 0.95  # of all texts together, as it is: less is a step back
SENTENCES = {
    "нажать": "Нажмите «Войти» и подождите 5 минут.",
    "не закрывать": "Не закрывайте страницу входа.",
    "код": "Введите код из сообщения.",
}


@dataclass(frozen=True)
class Figures:
    """How many clauses of a text were found, missed, and taken for others."""

    found: int
    missed: int
    wrong: int


def reworded(name: str) -> Figures:
    lines = [line.split(" | ") for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()]
    blocks = [Block(BlockKind.HEADING if ids == "." else BlockKind.PARAGRAPH, text) for ids, text in lines]
    done = review(Document(name, tuple(blocks)), LISTS)
    assert done.instruction is LISTS[name]
    found = missed = wrong = 0
    for block, (ids, _) in zip(blocks, lines, strict=True):
        wanted = set(ids.split()) - {".", "-"}
        got = {one.id for row in done.rows if row.sentence.block is block for one in row.clauses}
        found, missed, wrong = (
            found + len(wanted & got),
            missed + len(wanted - got),
            wrong + len(got - wanted),
        )
    return Figures(found, missed, wrong)


def test_reworded_documents_are_recognised():
    figures = {path.stem: reworded(path.stem) for path in sorted(FOLDER.glob("*.txt"))}
    found, missed, wrong = (
        sum(getattr(one, name) for one in figures.values()) for name in ("found", "missed", "wrong")
    )
    recall, precision = found / (found + missed), found / (found + wrong)
    print(f"Пересказы: пунктов {found + missed}, полнота {recall:.1%}, точность {precision:.1%}. {figures}")
    assert recall >= RECALL
    assert precision >= PRECISION


def instruction() -> Instruction:
    """Three sentences of our own with their clauses, as a list would have them."""
    told = read_text("\n\n".join(SENTENCES.values())).sentences
    kinds = ("действие", "предупреждение", "действие")
    texts = ("Нажать «Войти» и ждать 5 минут.", "Не закрывать страницу входа.", "Ввести код из сообщения.")
    clauses = tuple(
        Clause(f"x.a.{at}", kind, text, "здесь", (Spot(one.number, one.fingerprint),), labels)
        for at, (one, kind, text, labels) in enumerate(
            zip(told, kinds, texts, (("Войти",), (), ()), strict=True), 1
        )
    )
    return Instruction("x", "Своя", "Своя", "Журнал", "x.txt", (), clauses)


def reviewed(*sentences: str, given: bool = False) -> Review:
    source = {"x": read_text("\n\n".join(SENTENCES.values())).sentences} if given else {}
    return review(read_text("\n\n".join(sentences)), {"x": instruction()}, sources=source, chosen="x")


def states(done: Review) -> list[State]:
    return [row.state for row in done.rows]


@pytest.mark.parametrize(
    "same",
    [
        'Нажмите "Войти" и\nподождите  5 минут.',
        "1) Нажмите «Войти» и подождите 5 минут",
        "Нажмите “Войти” и подождите 5 минут (рис. 3).",
        "Нaжмите «Вoйти» и подождите 5 минут.",
    ],
)
def test_way_of_writing_changes_nothing(same):
    done = reviewed(same, *list(SENTENCES.values())[1:])
    assert states(done) == [State.SAME] * 3
    assert not done.has_findings


@pytest.mark.parametrize("given", [False, True], ids=["without source", "with source"])
@pytest.mark.parametrize(
    ("at", "changed", "told"),
    [
        (0, "Не нажимайте «Войти» и подождите 5 минут.", "добавлено отрицание"),
        (0, "Нажмите «Войти» и подождите 10 минут.", "числа: было 5, стало 10"),
        (0, "Нажмите «Войти» и подождите десять минут.", "числа: было 5, стало 10"),
        (0, "Нажмите «Вход» и подождите 5 минут.", "надписи: было «Войти», стало «Вход»"),
        (1, "Закрывайте страницу входа.", "пропало отрицание"),
        (2, "Никогда не вводите код из сообщения.", "добавлено отрицание"),
    ],
)
def test_changed_meaning_is_never_the_same(at, changed, told, given):
    sentences = list(SENTENCES.values())
    sentences[at] = changed
    done = reviewed(*sentences, given=given)
    row = done.rows[at]
    assert (row.state, told in row.changes) == (State.CHANGED, True), row.changes
    assert [clause.id for clause in row.clauses] == [f"x.a.{at + 1}"]
    assert done.has_findings


def test_new_gone_and_unclear_are_told_and_counted():
    done = reviewed(SENTENCES["нажать"], "Завуч хранит справки.", "Распечатайте памятку.", "Рисунок 1. Окно")
    assert states(done) == [State.SAME, State.NEW, State.UNCLEAR, State.QUIET]
    assert [clause.id for clause in done.gone] == ["x.a.2", "x.a.3"]
    assert sum(done.counts.values()) == len(done.document.sentences)


def test_sentence_in_another_place_is_known_as_moved():
    done = reviewed(SENTENCES["код"], SENTENCES["нажать"], SENTENCES["не закрывать"])
    assert states(done) == [State.SAME] * 3
    assert [bool(row.match and row.match.is_moved) for row in done.rows] == [True, False, False]


def test_document_of_another_system_is_told_what_it_says():
    regions = Path(__file__).parents[2] / "steps/draft/regions"
    for path in (regions / "altai.txt", regions / "tula.txt", regions / "pskov.txt"):  # the nearest of all
        done = review(read_text(path.read_text(encoding="utf-8"), path.name), LISTS)
        assert done.instruction is None, path.name
        assert not any(done.counts[state] for state in ALIGNED)


PLACES = {
    "знак": "Нажмите на значок «Письма» в правом верхнем углу.",
    "порядок": "Сохраните справку до выхода из журнала.",
    "чаты": "Появятся чат с родителями и чат с учениками.",
}


def places(*sentences: str, given: bool) -> Review:
    """Review edited sentences against three that name a side, an order and an enumeration."""
    told = read_text("\n\n".join(PLACES.values())).sentences
    said = (
        (0, "Нажать «Письма» в правом верхнем углу.", ("Письма",)),
        (1, "Сохранить справку до выхода из журнала.", ()),
        (2, "Чат с родителями создан.", ()),
        (2, "Чат с учениками создан.", ()),
    )
    clauses = tuple(
        Clause(f"x.b.{at}", "действие", text, "здесь", (Spot(told[n].number, told[n].fingerprint),), labels)
        for at, (n, text, labels) in enumerate(said, 1)
    )
    source = {"x": told} if given else {}
    own = Instruction("x", "Своя", "Своя", "Журнал", "x.txt", (), clauses)
    return review(read_text("\n\n".join(sentences)), {"x": own}, sources=source, chosen="x")


@pytest.mark.parametrize("given", [False, True], ids=["without source", "with source"])
@pytest.mark.parametrize(
    ("at", "changed", "told"),
    [
        (
            0,
            "Нажмите на значок «Письма» в левом нижнем углу.",
            "было «правом верхнем», стало «левом нижнем»",
        ),
        (0, "Значок «Письма» нажмите справа внизу угла.", "было «верхнем», стало «внизу»"),
        (1, "Сохраните справку после выхода из журнала.", "было «до», стало «после»"),
        (
            1,
            "Сохраните справку до выхода из журнала, если урок последний.",
            "добавлено условие «если урок последний»",
        ),
        (2, "Появятся чат с родителями.", "не сказано: Чат с учениками создан"),
    ],
)
def test_side_order_condition_and_lost_member_are_changes(at, changed, told, given):
    sentences = list(PLACES.values())
    sentences[at] = changed
    row = places(*sentences, given=given).rows[at]
    assert (row.state, told in row.changes) == (State.CHANGED, True), row.changes


def test_member_of_an_enumeration_that_went_is_no_longer_said():
    done = places(*list(PLACES.values())[:2], "Появятся чат с родителями.", given=True)
    assert [clause.id for clause in done.gone] == ["x.b.4"]


def test_member_told_in_a_sentence_of_its_own_is_still_said():
    done = places(
        *list(PLACES.values())[:2], "Появится чат с родителями.", "Появится чат с учениками.", given=True
    )
    assert not done.gone
    assert State.CHANGED not in states(done)


def test_source_shows_what_was_put_in_and_what_a_phrase_was():
    edited = "Сохраните справку в личной папке завуча до выхода из журнала."
    sentences = [PLACES["знак"], edited, PLACES["чаты"]]
    without, beside = (places(*sentences, given=given) for given in (False, True))
    assert (without.rows[1].state, without.rows[1].was) == (State.REWORDED, "")
    assert beside.rows[1].changes == ("добавлено «в личной папке завуча»",)
    assert beside.rows[1].was == PLACES["порядок"]
    assert [row.was for row in beside.rows[::2]] == ["", ""]
