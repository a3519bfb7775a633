"""Contradictions have a title and sides, and the clauses know the same of each other."""

import pytest

from reports.instructions.contradictions import Side, load_contradictions
from reports.record.clauses import Clause, Instruction
from reports.record.tables import TableUnsound

AGAINST = {"omsk.1": ["tomsk.1", "tomsk.2"], "tomsk.1": ["omsk.1"], "tomsk.2": ["omsk.1"]}
WRITTEN = """
[[contradiction]]
id = "colour"
weight = "путь"
title = "Какого цвета кнопка"
differs = "В Омске кнопка синяя, в Томске зелёная."
side = [
    { says = "Синяя", clauses = ["omsk.1"] },
    { says = "Зелёная", clauses = ["tomsk.1", "tomsk.2"] },
]
"""


def load(folder, text, against=AGAINST):
    clauses = {
        region: tuple(
            Clause(name, "факт", "Т", "шаг", contradicts=tuple(others))
            for name, others in against.items()
            if name.startswith(region)
        )
        for region in ("omsk", "tomsk")
    }
    instructions = {
        region: Instruction(region, "Т", "И", "Ж", clauses=own) for region, own in clauses.items()
    }
    (folder / "contradictions.toml").write_text(text, encoding="utf-8")
    return load_contradictions(instructions, folder / "contradictions.toml")


def test_contradiction_has_a_title_and_sides(tmp_path):
    (colour,) = load(tmp_path, WRITTEN)
    assert (colour.id, colour.title) == ("colour", "Какого цвета кнопка")
    assert colour.side == (Side("Синяя", ("omsk.1",)), Side("Зелёная", ("tomsk.1", "tomsk.2")))


def test_weightier_comes_first(tmp_path):
    letters = WRITTEN.replace('"colour"', '"letters"').replace('"путь"', '"написание"')
    found = load(tmp_path, letters + WRITTEN)
    assert [one.id for one in found] == ["colour", "letters"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (WRITTEN.replace('"путь"', '"важный"'), "«важный» неизвестно, есть: путь, название, написание"),
        ("[[contradiction", "файл не читается как TOML"),
        (
            WRITTEN + "other = 1\n",
            "contradiction «colour»: ключ other неизвестен, есть: id, weight, title, differs, side",
        ),
        ("other = 1\n" + WRITTEN, "ключ other неизвестен, есть: contradiction"),
        (WRITTEN + WRITTEN, "расхождение «colour» записано дважды"),
        (WRITTEN.replace('title = "Какого цвета кнопка"\n', ""), "contradiction «colour»: нет ключа title"),
        (WRITTEN.replace('says = "Синяя", ', ""), "contradiction «colour»: side № 1: нет ключа says"),
        (
            WRITTEN.replace('["omsk.1"]', "[]"),
            "contradiction «colour»: side № 1: clauses: пустым быть не может",
        ),
        (
            WRITTEN.replace('["omsk.1"]', '"omsk.1"'),
            "contradiction «colour»: side № 1: clauses: это список",
        ),
        (
            WRITTEN.replace('{ says = "Синяя", clauses = ["omsk.1"] },', ""),
            "contradiction «colour»: сторон должно быть хотя бы две",
        ),
        (
            WRITTEN.replace('["omsk.1"]', '["omsk.1", "tomsk.1"]'),
            "contradiction «colour»: пункт стоит на одной стороне и один раз",
        ),
        (WRITTEN.replace("omsk.1", "omsk.9"), "расхождение «colour»: пункта «omsk.9» нет"),
        (WRITTEN.replace(', "tomsk.2"', ""), "пункты «omsk.1» и «tomsk.2» спорят, а расхождения о них нет"),
    ],
)
def test_unsound_file_is_refused(tmp_path, text, complaint):
    with pytest.raises(TableUnsound) as refusal:
        load(tmp_path, text)
    assert str(refusal.value).startswith("contradictions.toml: ")
    assert complaint in str(refusal.value)


def test_clause_that_does_not_name_the_other_side_is_refused(tmp_path):
    with pytest.raises(TableUnsound, match="пункт «tomsk.2» не называет «omsk.1» в contradicts"):
        load(tmp_path, WRITTEN, {**AGAINST, "tomsk.2": []})


def test_missing_file_is_refused(tmp_path):
    with pytest.raises(TableUnsound, match="файл не читается"):
        load_contradictions({}, tmp_path / "contradictions.toml")
