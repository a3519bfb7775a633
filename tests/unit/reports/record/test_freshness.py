"""A matrix knows when it speaks of other scenarios, of other defects, or of other code."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reports.record.freshness import (
    caption_fingerprint,
    defect_fingerprints,
    fingerprint,
    other_code,
    staleness,
)
from reports.record.kills import CAPTION, Defect, Ending, Matrix, Origin, Try
from reports.record.revision import deciding
from sim_server.defects.catalogue import known
from tests.unit.reports.record.tried import CODE, PAINT, matrix, row

CAUGHT = Ending.CAUGHT
ENTER = Defect(f"{CAPTION}Войти", "Вместо надписи «Войти» человек видит другую.")
CLAUSES = """
[instruction]
id = "a"
title = "А"
journal = "perm"
source = "a.txt"

[[clause]]
id = "a.1"
kind = "действие"
text = "Нажать «Войти»."
where = "стр. 1"
labels = ["Войти"]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a feature, a defect and a harmless change."""
    for file, text in (
        ("features/a.feature", "Функция: А"),
        ("sim_server/defects/named/codes/code.py", "DEFECT"),
        ("sim_server/defects/harmless/paint.py", "HARMLESS"),
        ("fixtures/instructions/a.toml", CLAUSES),
        ("sim_server/vk_id/app.py", "APP"),
        ("steps/screens/screen.py", "SCREEN"),
        ("requirements.lock", "LOCK"),
    ):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text, encoding="utf-8")
    return tmp_path


def fresh(project: Path) -> Matrix:
    now = defect_fingerprints(project / "sim_server" / "defects")
    rows = [row(replace(one, fingerprint=now[one.id]), CAUGHT) for one in (CODE, PAINT)]
    rows.append(row(replace(ENTER, fingerprint=caption_fingerprint(["a.1"])), CAUGHT))
    told = matrix(*rows)
    return replace(told, made=replace(told.made, fingerprint=fingerprint(project), code=deciding(project)))


def test_what_has_not_changed_is_not_stale(project: Path) -> None:
    assert staleness(fresh(project), project) == []


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("features/a.feature", "Сценарии с тех пор изменились."),
        ("features/b.feature", "Сценарии с тех пор изменились."),
        ("sim_server/defects/named/codes/code.py", "Дефекты изменены: code."),
        ("sim_server/defects/named/codes/other.py", "Дефекты новые, ещё не испытаны: other."),
    ],
)
def test_what_has_changed_is_named(project: Path, file: str, said: str) -> None:
    told = fresh(project)
    (project / file).write_text("иначе", encoding="utf-8")
    assert staleness(told, project) == [said]


def test_defect_that_is_gone_is_named(project: Path) -> None:
    told = fresh(project)
    (project / "sim_server/defects/named/codes/code.py").unlink()
    assert staleness(told, project) == ["Дефектов больше нет: code."]


def test_caption_that_no_clause_named_then_is_new(project: Path) -> None:
    told = fresh(project)
    more = CLAUSES.replace('["Войти"]', '["Войти", "Выйти"]')
    (project / "fixtures/instructions/a.toml").write_text(more, encoding="utf-8")
    assert staleness(told, project) == ["Дефекты новые, ещё не испытаны: caption:Выйти."]


def test_simulator_and_reports_know_a_defect_by_the_same_fingerprint() -> None:
    assert {one.id: one.fingerprint for one in known()} == defect_fingerprints()


def test_result_of_the_same_code_has_nothing_to_say(project: Path) -> None:
    (project / "README.md").write_text("иначе", encoding="utf-8")
    assert other_code(fresh(project), project) is None


@pytest.mark.parametrize(
    ("file", "whose"),
    [
        ("steps/screens/screen.py", "шагов"),
        ("sim_server/vk_id/app.py", "симулятора"),
        ("sim_server/defects/seams.py", "симулятора"),
        ("fixtures/world.py", "обвязки"),
        ("requirements.lock", "зависимостей"),
    ],
)
def test_whose_code_has_changed_is_named(project: Path, file: str, whose: str) -> None:
    told = fresh(project)
    (project / file).write_text("иначе", encoding="utf-8")
    assert (
        str(other_code(told, project)) == f"Итог от коммита abc (27.11.2026): код {whose} с тех пор менялся."
    )
    assert staleness(told, project) == []


def test_what_decides_nothing_makes_no_other_code(project: Path) -> None:
    told = fresh(project)
    for file in (
        "steps/lint/rule.py",
        "fixtures/durations.json",
        "steps/screens/README.md",
        "sim_server/wild/face.py",
    ):
        (project / file).parent.mkdir(parents=True, exist_ok=True)
        (project / file).write_text("иначе", encoding="utf-8")
    assert other_code(told, project) is None


def older(told: Matrix, origin: Origin) -> Matrix:
    """The same with its first row taken over from then."""
    first, *rest = told.rows
    tries: tuple[Try, ...] = tuple(replace(one, origin=origin) for one in first.tries)
    return replace(told, rows=(replace(first, tries=tries), *rest))


def test_what_was_taken_over_is_counted_with_its_own_commit(project: Path) -> None:
    told = older(
        fresh(project), Origin("0123456789abcdef", "2026-11-20", {**deciding(project), "steps": "0"})
    )
    other = other_code(told, project)
    assert other is not None
    assert str(other) == (
        "Испытано раньше: 1 из 2, самое давнее — от коммита 0123456789 (20.11.2026): "
        "код шагов с тех пор менялся."
    )
    assert other.days(date(2026, 11, 27)) == 7


def test_harmless_changes_of_other_code_are_no_defects(project: Path) -> None:
    told = fresh(project)
    defect, paint, caption = told.rows
    there = older(replace(told, rows=(paint, defect, caption)), Origin("abc", "2026-11-20", {"steps": "0"}))
    assert str(other_code(there, project)).startswith(
        "Безвредное испытано раньше, самое давнее — от коммита abc"
    )


def test_where_nobody_noted_the_code_none_is_named(project: Path) -> None:
    other = other_code(older(fresh(project), Origin("", "2026-11-20")), project)
    assert str(other).endswith("от неизвестного коммита (20.11.2026): с каким кодом, не записано.")
