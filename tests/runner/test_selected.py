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
    Тогда замечаю «книга»
"""
LOOKING = """
from steps.language.sentence import sentence, then

@then(sentence("замечаю «{thing:Label}»"))
def notice(thing): pass
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
    "by line": (["box.feature:5"], ["Мяч"], 1, "box.feature:5, не взято: 2"),
    "by lines, with workers": (
        ["box.feature:12", "shelf/shelf.feature:4", "-n", "2"],
        ["Ещё куб [куб]", "Книга"],
        0,
        "box.feature:12, shelf/shelf.feature:4, не взято: 2",
    ),
    "by name, beside a path": (
        ["shelf", "Ещё шар"],
        ["Ещё шар [шар]", "Книга"],
        0,
        "shelf, «Ещё шар», не взято: 2",
    ),
    "by name and tag": (
        ["Мяч", "-m", "@критично", "-n", "2"],
        ["Мяч"],
        1,
        "«Мяч», -m «критично», не взято: 2",
    ),
    "one row": (["box.feature::Ещё куб[куб]"], ["Ещё куб [куб]"], 0, "box.feature::Ещё куб[куб]"),
}


@pytest.fixture
def boxes(project):
    project.conftest(STEPS)
    project.feature(ONE, "box.feature")
    (project.path / "shelf").mkdir()
    (project.path / "own_steps").mkdir()
    (project.path / "own_steps" / "looking.py").write_text(LOOKING, encoding="utf-8")
    project.feature(TWO, "shelf/shelf.feature")
    return project


@pytest.mark.parametrize("part", PARTS)
def test_everything_counts_what_was_selected_and_says_that_it_is_a_part(boxes, part):
    selection, names, code, words = PARTS[part]
    outcome = boxes.svyazka("-n", "2" if part == "by tag" else "0", *selection)
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


@pytest.mark.parametrize("workers", ["0", "2"])
def test_failed_of_the_last_run_are_run_again_until_none_is_left(boxes, workers):
    assert boxes.svyazka("-n", workers, "--failed", ".").code == 64
    boxes.svyazka("-n", workers, ".")
    again = boxes.svyazka("-n", workers, "--failed")
    assert again.code == 1
    assert "1 сценарий: 1 не пройден" in again.text
    assert "Прогон — часть: не прошедшие в прошлый раз (--failed), не взято: 2." in again.text
    assert told_by_record(boxes) == told_by_junit(boxes) == ["Мяч"]
    mended = (boxes.path / "conftest.py").read_text(encoding="utf-8").replace('"мяч", "мяча', '"меч", "мяча')
    (boxes.path / "conftest.py").write_text(mended, encoding="utf-8")
    assert boxes.svyazka("-n", workers, "--failed").code == 0
    nothing = boxes.svyazka("-n", workers, "--failed")
    assert nothing.code == 3
    assert "Повторять нечего: в прошлый раз прошли все, кто шёл." in nothing.text
    assert told_by_record(boxes) == ["Мяч"]


@pytest.mark.parametrize("workers", ["0", "2"])
def test_what_uses_a_changed_file_is_chosen_by_it(boxes, workers):
    outcome = boxes.pytest(".", "--using", "own_steps/looking.py", "-n", workers)
    assert outcome.code == 0
    assert told_by_record(boxes) == ["Книга"]


def test_failed_that_is_called_otherwise_by_now_is_told(boxes):
    boxes.svyazka("-n", "0", ".")
    boxes.feature(ONE.replace("Мяч", "Мячик"), "box.feature")
    outcome = boxes.svyazka("-n", "0", "--failed")
    assert outcome.code == 3
    assert "Больше нет сценария: Мяч (box.feature)" in outcome.text


@pytest.mark.parametrize("workers", ["0", "2"])
def test_tag_that_there_is_not_is_told_at_once_and_the_results_before_stay(boxes, workers):
    boxes.svyazka("-n", "0", "shelf")
    outcome = boxes.svyazka("-n", workers, ".", "-m", "важна")
    assert outcome.code == 64
    assert outcome.text == "Ошибка: неизвестный тег @важна — может быть, @важно?\n"
    assert told_by_record(boxes) == told_by_junit(boxes) == ["Книга"]


@pytest.mark.parametrize("workers", ["0", "2"])
def test_dry_run_binds_every_step_executes_nothing_and_leaves_the_results(boxes, workers):
    boxes.svyazka("-n", "0", "shelf")
    outcome = boxes.svyazka("-n", workers, ".", "-m", "критично", "--dry")
    assert outcome.code == 0, outcome.text
    assert "Сценариев: 2, шагов в них: 3; " in outcome.text
    assert "Взята часть: -m «критично», не взято: 2." in outcome.text
    assert "вердикта нет" in outcome.text
    assert told_by_record(boxes) == told_by_junit(boxes) == ["Книга"]


def told_by_record(project) -> list[str]:
    scenarios = read_run(read(project.path / "reports/out/messages.ndjson")).scenarios
    return sorted(scenario.place.title for scenario in scenarios)


def told_by_junit(project) -> list[str]:
    suite = Xml.parse(project.path / "reports/out/junit.xml").getroot()  # noqa: S314  written by us a moment ago
    names = sorted(case.attrib["name"] for case in suite.iter("testcase"))
    assert suite.attrib["tests"] == str(len(names))
    return names
