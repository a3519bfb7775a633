"""How findings are written: for readers, for programs, for the services where code is kept."""

import json
import re

import pytest

from steps.lint.formats import FORMATS
from steps.lint.linting import Source, all_rules, lint
from steps.lint.report import Report
from tests.unit.steps.lint.conftest import of_samples

FEATURE = """\
# language: ru
@perm @учитель
Функция: Рабочий стол, 100%

  @критично
  Сценарий: Проверка
    Когда нажимаю "Войти"
    Тогда вижу «Рабочий  стол»
"""
URI = "папка, одна/a:b.feature"


@pytest.fixture(scope="module")
def report() -> Report:
    found = tuple(lint([Source.of_text(URI, FEATURE)], of_samples()))
    assert [finding.rule.code for finding in found] == ["empty_title", "undefined", "blanks"]
    return Report(found, 1)


def test_reader_gets_a_line_for_each_and_the_sum(report):
    lines = FORMATS["text"](report).splitlines()
    assert lines[0] == (
        f"{URI}:6: совет: название «Проверка» ничего не говорит. "
        "Напишите, что человек сделал и что увидел. [название-ни-о-чём]"
    )
    assert lines[1].startswith(
        f'{URI}:7: ошибка: неизвестный шаг «нажимаю "Войти"». Нужно: «нажимаю «Войти»».'
    )
    assert lines[2].startswith(f"{URI}:8:24: совет: два пробела подряд.")
    assert lines[3] == "Проверено: 1 файл. 1 ошибка, 2 совета."
    assert lines[4].endswith("lint --explain название-ни-о-чём")


def test_reader_meets_no_english_word(report):
    told = FORMATS["text"](report).replace("python3 svyazka.py lint --explain", "").replace(URI, "")
    assert re.findall(r"[A-Za-z]{3,}", re.sub(r"steps/\S+", "", told)) == []


@pytest.mark.parametrize(
    ("findings", "files", "said"),
    [((), 1, "Проверено: 1 файл. Замечаний нет."), ((), 12, "Проверено: 12 файлов."), ((), 3, "3 файла.")],
)
def test_sum_of_nothing(findings, files, said):
    assert said in FORMATS["text"](Report(findings, files))


def test_program_gets_every_finding_and_how_to_mend_it(report):
    told = json.loads(FORMATS["json"](report))
    assert told["files"] == 1
    assert [each["weight"] for each in told["findings"]] == ["note", "error", "note"]
    undefined = told["findings"][1]
    assert {name: undefined[name] for name in ("rule", "title", "file", "line", "column")} == {
        "rule": "undefined",
        "title": "неизвестный-шаг",
        "file": URI,
        "line": 7,
        "column": 0,
    }
    (edit,) = undefined["mend"]["edits"]
    line = FEATURE.splitlines()[edit["line"] - 1]
    assert line[: edit["start"]] + edit["text"] + line[edit["end"] :] == "    Когда нажимаю «Войти»"
    assert told["findings"][0]["mend"] is None


def test_github_gets_commands_with_what_it_needs_escaped(report):
    first, second, third = FORMATS["github"](report).splitlines()
    assert first.startswith(
        "::notice file=папка%2C одна/a%3Ab.feature,line=6,title=Название ни о чём::название"
    )
    assert second.startswith("::error ")
    assert ",col=24::" in third


def test_github_keeps_several_lines_and_percents_in_one_command():
    finding = next(iter(lint([Source.of_text("a.feature", FEATURE)], of_samples())))
    assert "\n" not in FORMATS["github"](Report((finding,), 1))
    text = FEATURE.replace("Проверка", "Проверка 100%: всё")
    told = FORMATS["github"](Report(tuple(lint([Source.of_text("a.feature", text)], of_samples())), 1))
    assert "100%:" not in told


def test_gitlab_gets_a_fingerprint_that_stays_when_lines_move(report):
    moved = tuple(lint([Source.of_text(URI, FEATURE.replace("  Сценарий", "\n\n  Сценарий"))], of_samples()))
    before, after = (json.loads(FORMATS["gitlab"](each)) for each in (report, Report(moved, 1)))
    assert [each["severity"] for each in before] == ["info", "major", "info"]
    assert before[1]["location"] == {"path": URI, "lines": {"begin": 7}}
    assert [each["fingerprint"] for each in before] == [each["fingerprint"] for each in after]
    assert len({each["fingerprint"] for each in before}) == 3


def test_sarif_names_rules_levels_and_places(report):
    log = json.loads(FORMATS["sarif"](report))
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    rules = run["tool"]["driver"]["rules"]
    assert [result["level"] for result in run["results"]] == ["note", "error", "note"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] in all_rules()
        assert result["message"]["text"]
        place = result["locations"][0]["physicalLocation"]
        assert re.fullmatch(r"[!-~]+", place["artifactLocation"]["uri"])
        assert place["region"]["startLine"] >= 1
        assert place["region"].get("startColumn", 1) >= 1


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_found_is_still_sound(form):
    told = FORMATS[form](Report((), 2))
    if form in ("json", "gitlab", "sarif"):
        json.loads(told)
    else:
        assert ("Замечаний нет" in told) is (form == "text")
