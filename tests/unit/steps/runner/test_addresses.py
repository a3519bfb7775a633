"""What a person means by a line of a feature or by the name of a scenario."""

from pathlib import Path

import pytest

from steps.runner.addresses import Directory, NobodyMeant

BOX = """\
# language: ru
# о коробке
@perm
Функция: Коробка

  Предыстория:
    Дано коробка

  # про мяч
  @критично
  Сценарий: Мяч
    Когда кладу «мяч»
    Тогда вижу «мяч»

  Структура сценария: Ещё <что>
    Тогда вижу «<что>»

    Примеры:
      | что |
      | куб |
      | шар |

    @важно
    Примеры: редкие
      | что  |
      | конь |

  Правило: Крышка
    Сценарий: Закрыта
      Тогда вижу «крышка»
"""
SHELF = "Функция: Полка\n  Сценарий: Мяч\n    Тогда вижу «мяч»\n  Сценарий: Всё ещё\n    Тогда вижу «ё»\n"
BALL = "box.feature /  / Мяч / "
ROWS = [f"box.feature /  / Ещё <что> / {cell}" for cell in ("куб", "шар", "конь")]
LID = "box.feature / Крышка / Закрыта / "


@pytest.fixture
def directory(tmp_path: Path) -> Directory:
    (tmp_path / "box.feature").write_text(BOX, encoding="utf-8")
    (tmp_path / "shelf.feature").write_text(SHELF, encoding="utf-8")
    (tmp_path / "torn.feature").write_text("Функция\n", encoding="utf-8")
    return Directory(tmp_path, tmp_path, lambda path: path.name)


LINES = {
    9: [BALL],  # the comment above
    10: [BALL],
    11: [BALL],
    13: [BALL],
    14: [BALL],
    15: ROWS,
    16: ROWS,
    18: ROWS[:2],
    19: ROWS[:2],
    20: ROWS[:1],
    21: ROWS[1:2],
    23: ROWS[2:],
    26: ROWS[2:],
    29: [LID],
}


@pytest.mark.parametrize("line", LINES)
def test_line_means_the_row_the_table_the_outline_or_the_scenario_it_belongs_to(directory, tmp_path, line):
    meant = directory.meant_by(f"box.feature:{line}")
    assert meant.identities == frozenset(LINES[line])
    assert meant.files == (tmp_path / "box.feature",)


@pytest.mark.parametrize("line", [1, 3, 4, 6, 7, 28])
def test_line_outside_every_scenario_names_the_nearest_one(directory, line):
    with pytest.raises(
        NobodyMeant, match=f"box.feature:{line} — здесь нет сценария. Ближайший: «.+», box.fea"
    ):
        directory.meant_by(f"box.feature:{line}")


def test_line_behind_the_end_of_the_file_is_told(directory):
    with pytest.raises(NobodyMeant, match="нет строки 999"):
        directory.meant_by("box.feature:999")


def test_file_that_cannot_be_parsed_is_meant_as_it_is_so_that_its_problems_are_told(directory, tmp_path):
    meant = directory.meant_by("torn.feature:1")
    assert (meant.files, meant.identities) == ((tmp_path / "torn.feature",), frozenset())


NAMES = {
    "Мяч": {BALL, "shelf.feature /  / Мяч / "},
    "мяч": {BALL, "shelf.feature /  / Мяч / "},
    "Ещё <что>": set(ROWS),
    "Ещё куб": set(ROWS[:1]),
    "Ещё куб [куб]": set(ROWS[:1]),
    "Ещё  куб[куб]": set(ROWS[:1]),
    "все еще": {"shelf.feature /  / Всё ещё / "},
}


@pytest.mark.parametrize("name", NAMES)
def test_name_means_every_scenario_that_is_called_so(directory, name):
    assert directory.meant_by(name).identities == NAMES[name]


def test_name_that_nobody_has_is_told_with_those_like_it(directory):
    with pytest.raises(NobodyMeant) as told:
        directory.meant_by("Ещё куст")
    assert str(told.value).startswith("сценария «Ещё куст» нет. Похожие: «Ещё куб» (box.feature:20)")


def test_word_that_may_be_a_path_or_a_name_is_told_of_as_both(directory):
    with pytest.raises(
        NobodyMeant, match="нет такого файла или папки: Куст, и сценария с таким названием нет."
    ):
        directory.meant_by("Куст")


@pytest.mark.parametrize("path", ["nowhere.feature", "nowhere.feature:3", "box/nowhere"])
def test_what_looks_like_a_path_is_told_of_as_one(directory, path):
    with pytest.raises(NobodyMeant) as told:
        directory.meant_by(path)
    assert str(told.value).startswith("нет такого файла")
    assert "сценария" not in str(told.value)
