"""Where a recording begins."""

from pathlib import Path

import pytest

from steps.recording.earlier import NobodyThere, described, scenario_at
from steps.recording.entry import GIVEN, THEN, WHEN, Step
from steps.recording.stage import CannotRecord

FEATURE = """\
# language: ru
@perm @учитель
Функция: Отвязка
  Предыстория:
    Дано у меня нет VK ID

  @важно
  Сценарий: Отмена
    Когда заполняю поля:
      | Логин | a «b |
    Тогда вижу «Да»

  Структура сценария: Ряд
    Когда нажимаю «<кнопка>»
    Тогда вижу «Да»
    Примеры:
      | кнопка |
      | Раз    |
      | Два    |
"""


@pytest.fixture
def feature(tmp_path: Path) -> str:
    file = tmp_path / "a.feature"
    file.write_text(FEATURE, encoding="utf-8")
    return str(file)


def test_people_are_described_in_the_words_of_scenarios():
    begun = described("учитель МЭШ", ("Дано мой учебный профиль привязан", "к моему VK ID привязана почта"))
    assert begun.steps == (
        Step(GIVEN, "я — «учитель МЭШ»"),
        Step(GIVEN, "мой учебный профиль привязан"),
        Step(GIVEN, "к моему VK ID привязана почта"),
    )


@pytest.mark.parametrize("line", [8, 9, 10, 11])
def test_every_line_of_a_scenario_means_it(feature: str, line: int):
    begun = scenario_at(f"{feature}:{line}")
    assert begun.steps == (
        Step(GIVEN, "у меня нет VK ID"),
        Step(WHEN, "заполняю поля:", (("Логин", "a «b"),)),
        Step(THEN, "вижу «Да»"),
    )
    assert begun.feature_tags == ("perm", "учитель")
    assert begun.scenario_tags == ("важно",)
    assert begun.scenario == "Отмена — продолжение"


@pytest.mark.parametrize(("line", "pressed"), [(13, "Раз"), (18, "Раз"), (19, "Два")])
def test_row_of_an_outline_is_meant_by_its_own_line(feature: str, line: int, pressed: str):
    assert scenario_at(f"{feature}:{line}").steps[1] == Step(WHEN, f"нажимаю «{pressed}»")


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("{}:2", "здесь нет сценария"),
        ("{}", "не ФАЙЛ:СТРОКА"),
    ],
)
def test_place_without_a_scenario_is_refused_in_russian(feature: str, place: str, told: str):
    with pytest.raises(NobodyThere, match=told):
        scenario_at(place.format(feature))


def test_file_that_is_not_there_is_told():
    with pytest.raises(NobodyThere, match=r"Файла nowhere\.feature нет"):
        scenario_at("nowhere.feature:3")


def test_file_that_cannot_be_read_is_told(tmp_path: Path):
    unreadable = tmp_path / "a.feature"
    unreadable.write_bytes("Функция".encode("cp1251"))
    with pytest.raises(CannotRecord):
        scenario_at(f"{unreadable}:3")
