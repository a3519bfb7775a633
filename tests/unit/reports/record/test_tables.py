"""A TOML file of ours that cannot be read says where, and what the usual slip there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from reports.record.tables import TableUnsound, among, read_toml


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("birth_date = 02.01.1980", "строка 1, место 15: после значения стоит лишнее: день пишут 2026-11-20"),
        ("a = Иванова", "строка 1, место 5: нет значения, или строка не в кавычках"),
        ("a = «Иванова»", "строка 1, место 5: нет значения, или строка не в кавычках"),
        ('a = "x\nb = 1', "строка 1, место 7: кавычка не закрыта"),
        ('a = "x', "обрывается в конце: кавычка не закрыта"),
        ('a = ["x"\nb = 1', "строка 2, место 1: квадратная скобка не закрыта"),
        ('[[x]\na = "y"', "строка 1, место 4: квадратная скобка не закрыта"),
        ("a = 1\na = 2", "ключ или таблица стоит дважды"),
        ('a "x"', "строка 1, место 3: после ключа нужен знак ="),
        ('a = "C:\\Users"', "обратную черту в строке пишут дважды"),
        ('имя = "x"', "строка 1, место 1: имя ключа пишут латиницей"),
        ("a = {b = 1", "файл не читается как TOML: обрывается в конце$"),
    ],
)
def test_usual_slips_are_told_by_what_they_are(tmp_path: Path, text: str, complaint: str) -> None:
    file = tmp_path / "x.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(TableUnsound, match=complaint) as refused:
        read_toml(file)
    assert str(refused.value).startswith("x.toml: файл не читается как TOML: ")


def test_words_with_spaces_are_told_apart() -> None:
    with pytest.raises(ValueError, match="есть: «нет VK ID», «есть VK ID, но нет профиля», teacher$"):
        among(("нет VK ID", "есть VK ID, но нет профиля", "teacher")).func("учитель")  # type: ignore[call-arg]
