"""What was selected is what everything counts: exit code, terminal, JUnit, record and report, which names the part."""

import re
from xml.etree import ElementTree as Xml

import pytest

from reports.record.messages import read
from reports.record.run import read_run

STEPS = """
pytest_plugins.append("reports.recorder")

@when(sentence("кладу «{thing:Label}»"))
def put(thing): pass

@then(sentence("вижу «{thing:Label}»"))
def see(thing):
    assert thing != "мяч", "мяча нет"
"""
ONE = """
Функция: Коробка
  @критично
  Сценарий: Мяч
    Когда кладу «мяч»
    Тогда вижу «мяч»
  Структура сценария: Ещё <что>
    Когда кладу «<что>»
    Тогда вижу «<что>»
    Примеры:
      | что |
      | куб |
      | шар |
"""
TWO = """
@критично
Функция: Полка
  Сценарий: Книга
    Тогда вижу «книга»
"""
PARTS = {
    "by tag": ([".", "-m", "критично"], ["Мяч", "Книга"], 1, "-m «критично», не взято: 2"),
    "by tag, green": (
        [".", "-m", "not критично"],
        ["Ещё куб [куб]", "Ещё шар [шар]"],
        0,
        "-m «not критично», не взято: 2",
    ),
    "by path": (["shelf"], ["Книга"], 0, "shelf"),
    "by path and word": (
        ["shelf", "box.feature", "-k", "шар"],
        ["Ещё шар [шар]"],
        0,
        "box.feature, -k «шар», не взято: 3",
    ),
    "one row": (["box.feature::Ещё куб[куб]"], ["Ещё куб [куб]"], 0, "box.feature::Ещё куб[куб]"),
}


@pytest.fixture
def boxes(project):
    project.conftest(STEPS)
    project.feature(ONE, "box.feature")
    (project.path / "shelf").mkdir()
    project.feature(TWO, "shelf/shelf.feature")
    return project


@pytest.mark.parametrize("part", PARTS)
def test_everything_counts_what_was_selected_and_says_that_it_is_a_part(boxes, part):
    selection, names, code, words = PARTS[part]
    outcome = boxes.svyazka("-n", "2" if part == "by tag" else "1", *selection)
    assert outcome.code == code, outcome.text
    assert told_by_record(boxes) == sorted(names)
    assert told_by_junit(boxes) == sorted(names)
    assert len(re.findall(rf"^\[\d/{len(names)}\] ", outcome.text, re.MULTILINE)) == len(names)
    counted = f"{len(names)} сценари"
    page = (boxes.path / "reports/out/report/index.html").read_text(encoding="utf-8")
    for text in (outcome.text, page):
        assert counted in text
        assert "Прогон — часть: " in text
        assert words in text


def test_record_names_what_was_left_out_of_whole_files_too(boxes):
    outcome = boxes.svyazka("-n", "1", ".", "-k", "шар")
    run = read_run(read(boxes.path / "reports/out/messages.ndjson"))
    assert "не взято: 3." in outcome.text
    assert sorted(one.place.title for one in run.left_out) == ["Ещё <что> [куб]", "Книга", "Мяч"]


def test_whole_run_is_no_part(boxes):
    outcome = boxes.svyazka("-n", "1", ".")
    page = (boxes.path / "reports/out/report/index.html").read_text(encoding="utf-8")
    assert len(told_by_record(boxes)) == len(told_by_junit(boxes)) == 4
    for text in (outcome.text, page):
        assert "4 сценария: 3 пройдено, 1 не пройден" in text
        assert "Прогон — часть" not in text


def told_by_record(project) -> list[str]:
    scenarios = read_run(read(project.path / "reports/out/messages.ndjson")).scenarios
    return sorted(scenario.place.title for scenario in scenarios)


def told_by_junit(project) -> list[str]:
    suite = Xml.parse(project.path / "reports/out/junit.xml").getroot()  # noqa: S314  written by us a moment ago
    names = sorted(case.attrib["name"] for case in suite.iter("testcase"))
    assert suite.attrib["tests"] == str(len(names))
    return names
