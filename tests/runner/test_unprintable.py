"""Whatever stands in a name, a cell, a message or a path: record, JUnit file and report are there to be read."""

import os
import sys
from xml.etree import ElementTree as Xml

import pytest

from reports.record.messages import read
from reports.record.printable import printable
from reports.record.run import read_run

UNPRINTABLE = "\x01\x0b\x1b\x7f\x85\ufdd0\ufffe\uffff\U0001fffe"
STEPS = """
pytest_plugins.extend(["reports.recorder", "steps.runner.repeat"])

@then(sentence("вижу «{thing:Label}»"))
def see(thing):
    raise AssertionError(f"нет кнопки «{thing}»\\ud800\\udfff")
"""
FEATURE = f"""
Функция: Вход{UNPRINTABLE}
  Структура сценария: Кнопка{UNPRINTABLE}
    Тогда вижу «<кнопка>»
    Примеры:
      | кнопка             |
      | Вой{UNPRINTABLE}ти |
"""


@pytest.mark.parametrize("workers", [1, 2])
def test_results_are_readable(project, workers):
    project.conftest(STEPS)
    project.feature(FEATURE, f"вход{UNPRINTABLE}.feature")
    if sys.platform == "linux":  # elsewhere the system itself wants names to be Unicode
        (project.path / os.fsdecode(b"\xff.feature")).write_text(FEATURE, encoding="utf-8")
    outcome = project.svyazka(".", "-n", str(workers), "--out", "out")
    number = 2 if sys.platform == "linux" else 1
    scenarios = read_run(read(project.path / "out/messages.ndjson")).scenarios
    suite = Xml.parse(project.path / "out/junit.xml").getroot()[0]  # noqa: S314  our own document
    pages = list((project.path / "out/report").rglob("*.html"))
    assert (outcome.code, suite.attrib["failures"]) == (1, str(number))
    assert "    нет кнопки «Войти»\n" in outcome.text
    assert {(one.place.title, one.reason) for one in scenarios} == {("Кнопка [Войти]", "нет кнопки «Войти»")}
    assert {case.attrib["name"].partition(" (")[0] for case in suite} == {"Кнопка [Войти]"}
    assert "вход.feature" in {case.attrib["file"] for case in suite}
    for told in (outcome.text, *(page.read_text(encoding="utf-8") for page in pages)):
        assert printable(told) == told
