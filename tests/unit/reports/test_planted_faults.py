"""Each fault that is planted stands on the first page as what it is, and a sound run shows none of them."""

import html
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reports.coverage import Verdict
from reports.instructions.sources import compare
from reports.layout import Layout
from reports.model import Earlier, Model
from reports.record.clauses import Clause, Divergence, Instruction, Spot
from reports.record.facts import ChoiceTold, Difference, Fact, UnreadScenario, UnreadTold
from reports.record.outline import WrittenScenario
from reports.record.run import Attached, Scenario, Step
from reports.texts.document import Sentence
from reports.texts.reading import read_document
from reports.verdict_table import lines
from reports.views import overview
from tests.unit.reports.story import CODE, DESK, LETTERS, PHONE, model, press, run, scenario, step

SOURCE = """1. Нажмите «Войти»
2. Введите номер телефона
3. Нажмите «Создать профиль»
4. Откроются чаты
"""
NAMES = ("t.enter", "t.phone", "t.create", "t.chats")
LABELS = {"t.enter": ("Войти",), "t.create": ("Создать профиль",)}
PICTURE = "evidence/offer.jpg"


def sentences(text: str, folder: Path) -> tuple[Sentence, ...]:
    path = folder / "source.txt"
    path.write_text(text, encoding="utf-8")
    return read_document(path).sentences


def transcribed(folder: Path) -> Instruction:
    """Makes an instruction whose clauses are the sentences of the source."""
    clauses = [
        Clause(
            name,
            "действие",
            f"Пункт {name}.",
            "шаг",
            (Spot(one.number, one.fingerprint),),
            LABELS.get(name, ()),
        )
        for name, one in zip(NAMES, sentences(SOURCE, folder), strict=True)
    ]
    return Instruction("t", "Инструкция", "И", "Ж", clauses=tuple(clauses))


def fact(told: Fact) -> Attached:
    return Attached(told.MEDIA_TYPE, json.dumps(told.as_json(), ensure_ascii=False), None, "факт.json")


def with_fact(one: Step, told: Fact) -> Step:
    return replace(one, attached=(*one.attached, fact(told)))


def way(name: str = "Путь", gate: Step | None = None, create: Step | None = None) -> Scenario:
    """Makes a scenario through all clauses; after a step that did not pass nothing runs."""
    steps = [
        step(press("Войти", DESK), sees=PHONE, clauses=["t.enter"]),
        step(press("Далее", PHONE), sees=CODE, clauses=["t.phone"]),
        gate or step(sees=CODE, says="Тогда вижу экран «Создание профиля»"),
        create or step(press("Создать профиль", CODE), sees=LETTERS, clauses=["t.create"]),
        step(sees=LETTERS, clauses=["t.chats"]),
    ]
    bad = next((at for at, one in enumerate(steps) if one.status != "passed"), len(steps))
    return scenario(
        name,
        *(replace(one, status="not_run", attached=()) if at > bad else one for at, one in enumerate(steps)),
    )


def gate(status: str = "failed", **what: Any) -> Step:
    """Makes the unmarked expectation that fails when its screen is gone."""
    one = step(
        status=status, says="Тогда вижу экран «Создание профиля»", sees=LETTERS, picture=PICTURE, **what
    )
    return with_fact(one, Difference("Создание профиля", "screen", nearest="Сообщения"))


def page(of: Model) -> str:
    """Returns the first page down to the list of instructions, as HTML."""
    shown = Layout(of, []).render(next(overview.pages(of)))
    return shown[shown.index("<main") : shown.index('id="all"')]


def words(shown: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", shown)).split())


@pytest.fixture
def known(tmp_path: Path) -> Instruction:
    return transcribed(tmp_path)


def told(scenarios: Sequence[Scenario], known: Instruction, **what: Any) -> Model:
    return model(run(*scenarios), known, **what)


def against_source(text: str, known: Instruction, folder: Path, kept: str = SOURCE) -> Model:
    """Returns the report of a green run with a source of today; `kept` is the one somebody kept the text of."""
    old = {one.fingerprint: one.text for one in sentences(kept, folder)}
    comparison = compare(known, sentences(text, folder))
    return told([way()], known, comparisons={"t": comparison}, old_texts=old)


def test_sound_run_wants_no_attention(known: Instruction, tmp_path: Path) -> None:
    for sound in (told([way()], known), against_source(SOURCE, known, tmp_path)):
        assert "Требует внимания" not in page(sound)
        assert "4 из 4 подтверждено" in words(page(sound))


def test_removed_screen_makes_the_clause_behind_it_differ(known: Instruction) -> None:
    red = told([way(gate=gate())], known)
    assert {name: str(one.verdict) for name, one in red.findings.items()} == {
        "t.enter": "confirmed", "t.phone": "confirmed", "t.create": "differs", "t.chats": "unchecked",
    }  # fmt: skip
    shown = page(red)
    assert "≠ расходится" in words(shown)
    assert "не дошли: «Тогда вижу экран «Создание профиля»» — открыт экран «Сообщения»" in words(shown)
    assert PICTURE in shown
    assert shown.index("Требует внимания") < shown.index(PICTURE)


@pytest.mark.parametrize(
    "barrier",
    [
        gate("broken"),
        gate("skipped"),
        gate("interrupted"),
        gate(kind="Context"),
        replace(gate(), sentence=None),
    ],
    ids=["broken", "skipped", "interrupted", "arranged", "outside"],
)
def test_what_says_nothing_of_the_system_bars_no_clause(known: Instruction, barrier: Step) -> None:
    assert told([way(gate=barrier)], known).findings["t.create"].verdict is Verdict.UNCHECKED


def test_step_that_carries_a_clause_bars_no_other(known: Instruction) -> None:
    red = told([way(gate=gate(clauses=["t.phone"]))], known)
    assert red.findings["t.phone"].verdict is Verdict.DIFFERS
    assert red.findings["t.create"].verdict is Verdict.UNCHECKED


def test_difference_at_the_clauses_own_step_is_told_before_a_barred_way(known: Instruction) -> None:
    own = with_fact(
        step(press("Создать профиль", CODE), status="failed", clauses=["t.create"]),
        Difference("Создать профиль", "button", nearest="Завести профиль"),
    )
    red = told([way("Первый", gate=gate()), way("Второй", create=own)], known)
    first = red.exhibits(red.findings["t.create"])[0]
    assert first.difference
    assert first.difference.text == "в инструкции «Создать профиль», на экране «Завести профиль»"


def test_changed_caption_is_told_with_both_captions(known: Instruction) -> None:
    own = with_fact(
        step(press("Создать профиль", CODE), status="failed", clauses=["t.create"]),
        Difference("Создать профиль", "button", nearest="Завести профиль"),
    )
    shown = words(page(told([way(create=own)], known)))
    assert "в инструкции «Создать профиль», на экране «Завести профиль»" in shown
    assert "расходится 1" in shown


def test_new_sentence_stands_between_its_neighbours_and_counts(known: Instruction, tmp_path: Path) -> None:
    text = SOURCE.replace("3. Нажмите", "3. Придумайте пароль\n4. Нажмите")
    shown = words(page(against_source(text, known, tmp_path)))
    assert "новая фраза Инструкция · между t.phone и t.create В источнике: Придумайте пароль" in shown
    assert "4 из 5 подтверждено, новых фраз источника 1" in shown


def test_changed_sentence_is_told_with_its_difference(known: Instruction, tmp_path: Path) -> None:
    changed = against_source(SOURCE.replace("Создать профиль", "Завести профиль"), known, tmp_path)
    shown = page(changed)
    assert "фраза изменилась Инструкция · между t.phone и t.chats" in words(shown)
    assert "<del>Создать</del>" in shown
    assert "<ins>Завести</ins>" in shown
    assert "3 из 4 подтверждено, устарело 1" in words(shown)
    assert changed.lost_labels(known.clauses[2]) == ["Создать профиль"]
    assert [line.labels for line in lines(changed, known)] == ["«Войти»", "", "", ""]


def test_old_text_that_nobody_kept_is_told_as_our_wording(known: Instruction, tmp_path: Path) -> None:
    text = SOURCE.replace("Создать профиль", "Завести профиль")
    shown = words(page(against_source(text, known, tmp_path, kept="Ничего")))
    assert "прежний текст не хранится; нашими словами: Пункт t.create" in shown
    assert "Этих надписей в источнике больше нет: «Создать профиль»" in shown


def test_deleted_sentence_is_told_as_gone(known: Instruction, tmp_path: Path) -> None:
    text = SOURCE.replace("2. Введите номер телефона\n3.", "2.")
    shown = words(page(against_source(text, known, tmp_path)))
    assert "фразы больше нет Инструкция · между t.enter и t.create Было: Введите номер телефона" in shown
    assert "3 из 4 подтверждено, устарело 1" in shown


def test_sentence_added_beside_a_changed_one_is_new_all_the_same(known: Instruction, tmp_path: Path) -> None:
    text = SOURCE.replace("3. Нажмите «Создать профиль»", "3. Нажмите «Завести профиль». Подождите минуту.")
    shown = words(page(against_source(text, known, tmp_path)))
    assert "фраза изменилась" in shown
    assert "В источнике: Подождите минуту" in shown
    assert "устарело 1, новых фраз источника 1" in shown


def test_replaced_sentence_is_gone_and_another_is_new(known: Instruction, tmp_path: Path) -> None:
    text = SOURCE.replace("4. Откроются чаты", "4. Позвоните в школу, если у вас есть вопросы")
    fates = [str(one.fate) for one in against_source(text, known, tmp_path).sentence_changes["t"]]
    assert sorted(fates) == ["new", "vanished"]


def test_wholly_rewritten_source_is_told_without_the_old_text(known: Instruction, tmp_path: Path) -> None:
    text = "1. Один\n2. Один\n3. Один\n4. Один\n5. Один\n"
    changes = against_source(text, known, tmp_path, kept="Ничего").sentence_changes["t"]
    assert [str(one.fate) for one in changes] == ["changed"] * 4 + ["new"]
    assert {one.clauses[0].id for one in changes[:4]} == set(NAMES)


def without_chats() -> Scenario:
    return scenario("Короткий", *way().steps[:4])


def test_deleted_scenario_is_told_with_the_clauses_it_leaves_bare(known: Instruction, tmp_path: Path) -> None:
    before = Earlier(run(way("Путь"), without_chats()), tmp_path)
    shown = words(page(told([without_chats()], known, earlier=before)))
    assert "удалён Сценарий «Путь» был в прошлом прогоне, теперь в файлах его нет." in shown
    assert "Без него никто не проверяет: t.chats" in shown
    assert "не написан" not in shown
    assert "не выбран" not in shown


def test_scenario_never_written_is_told_so(known: Instruction, tmp_path: Path) -> None:
    shown = words(page(told([without_chats()], known, earlier=Earlier(run(without_chats()), tmp_path))))
    assert "не написан Сценариев для этих пунктов нет: t.chats" in shown
    assert "удалён" not in shown
    assert "не выбран" not in shown


@pytest.mark.parametrize("where", ["this file", "another file"])
def test_scenario_that_was_not_chosen_is_told_so(known: Instruction, tmp_path: Path, where: str) -> None:
    whole = way("Путь")
    part = run(without_chats())
    if where == "this file":
        part = replace(part, left_out=(WrittenScenario(whole.place, frozenset(["t.chats"])),))
    else:
        unread = UnreadTold(
            (UnreadScenario(whole.place.identity, "Путь", "features/t.feature", ("t.chats",)),)
        )
        part = replace(part, attached=(fact(ChoiceTold(("features/x.feature",))), fact(unread)))
    shown = words(page(model(part, known, earlier=Earlier(run(whole, without_chats()), tmp_path))))
    assert "не выбран Этот прогон — часть" in shown
    assert "удалён" not in shown
    assert "не написан" not in shown


def diverging(known: Instruction) -> Instruction:
    """Makes the creation something that the system is known to do otherwise."""
    since = Divergence.__pydantic_validator__.validate_python(
        {"since": "2026-11-20", "until": "2027-03-01", "why": "На экране иначе."}
    )
    clauses = [replace(one, differs=since) if one.id == "t.create" else one for one in known.clauses]
    return replace(known, clauses=tuple(clauses))


def test_known_divergence_stands_on_the_first_page_and_fails_nothing(known: Instruction) -> None:
    green = told([way()], diverging(known))
    shown = words(page(green))
    assert green.run.success
    assert "≈ расходится (известно)" in shown
    assert "Известно с 20.11.2026, терпят до 01.03.2027. На экране иначе." in shown
    assert "3 из 4 подтверждено, расходится (известно) 1" in shown


def test_divergence_that_is_no_more_becomes_a_finding(known: Instruction) -> None:
    contrary = step(sees=CODE, says="Тогда не вижу «Создать профиль»", status="failed", clauses=["t.create"])
    shown = words(page(told([way(create=contrary)], diverging(known))))
    assert "! больше не расходится" in shown
    assert "Известное расхождение больше не видно: нет надписи" in shown
    assert "уберите у пункта differs" in shown
